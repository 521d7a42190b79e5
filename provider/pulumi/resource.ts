import * as pulumi from "@pulumi/pulumi";
import { LOOK_UP, PROVIDER, REPLACE_ON_CHANGES, URN } from "../operations/properties";
import { askForEstimate, urnOf } from "./costEstimates";
import { ConfigurationError, resolveCredentials } from "./credentials";
import { checkInstallation } from "./installation";
import { noteDeclared } from "./leftovers";
import { collectCollisions } from "./nameCollisions";
import { checkOptions, timeoutsOf } from "./options";
import { collectLosses } from "./parallelism";
import { programError } from "./programError";
import { noteRegistration } from "./programRun";
import { type PropertyOptions, propertiesOf, resolvedOutputs } from "./properties";
import { noteLearned } from "./settleJournal";

/**
 * The serialized provider in the state of each resource, which the dynamic-provider host evaluates. It only refers to
 * this package, resolved from the program's folder: it holds no secret, and a new package version is no change.
 * A literal string is smaller than a serialized object, takes no time to serialize, and works wherever `require` finds
 * the package: through links, in workspaces, and in the package's own repository.
 */
export const serializedProvider = (type: string, module = "pulumi-redis-cloud/provider"): string =>
  `exports.handler=()=>require("module").createRequire(process.cwd()+"/")("${module}").${type}`;

/**
 * Arguments as a program passes them: every value, at any depth, may be an output of another resource. IDs may be
 * numbers, as in the API, or strings, as in `resource.id`.
 */
export type Args<Inputs> = {
  [K in keyof Inputs]: K extends `${string}Id` ? pulumi.Input<Inputs[K] | string> : InputOf<Inputs[K]>;
};

/** A value or an output of it, at any depth of objects and lists. */
export type InputOf<T> = [T] extends [readonly (infer Item)[] | undefined]
  ? pulumi.Input<InputOf<Item>[]>
  : [T] extends [object | undefined]
    ? pulumi.Input<Args<T>>
    : pulumi.Input<T>;

/** A resource's state as outputs. */
export type Outputs<State> = { readonly [K in keyof State]-?: pulumi.Output<State[K]> };

interface Options extends PropertyOptions {
  /**
   * Module that exports the provider under the type's name; resolved from the program's folder.
   *
   * @default `pulumi-redis-cloud/provider`
   */
  readonly module?: string;
  /** Arguments and outputs that are always secret in the state. */
  readonly secrets: readonly string[];
}

/** Where to look a resource up. */
export interface LookUpArgs {
  /**
   * The account that it is in: a name in the config value `redis-cloud:accounts`.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: pulumi.Input<string>;
}

export interface ResourceClass<Inputs, State> {
  new (
    name: string,
    args: Args<Inputs>,
    opts?: pulumi.CustomResourceOptions,
  ): pulumi.CustomResource & Outputs<Omit<Inputs, keyof State> & State>;
  /**
   * Reads an existing resource without managing it: the program neither changes nor deletes it.
   *
   * @param name logical name, unique among the program's resources of the type.
   * @param id the API's ID; for a resource in a subscription, `<subscriptionId>/<id>`.
   */
  get<Class extends new (name: string, args: never, opts?: pulumi.CustomResourceOptions) => unknown>(
    this: Class,
    name: string,
    id: pulumi.Input<pulumi.ID>,
    args?: LookUpArgs,
    opts?: pulumi.CustomResourceOptions,
  ): InstanceType<Class>;
}

/**
 * Creates the class of a dynamic resource of type `pulumi-nodejs:dynamic/redis-cloud:<type>`, whose properties are its
 * arguments and outputs.
 */
export function resource<Inputs extends object, State extends object>(
  type: string,
  options: Options,
): ResourceClass<Inputs, State> {
  const { secrets } = options;
  const defineProperties = propertiesOf(options);
  const token = `pulumi-nodejs:dynamic/redis-cloud:${type}`;
  class DynamicResource extends pulumi.CustomResource {
    constructor(name: string, args: Args<Inputs>, opts: pulumi.CustomResourceOptions = {}) {
      const isLookUp = LOOK_UP in args;
      checkInstallation();
      checkOptions(type, name, opts, isLookUp);
      refuseWithoutKeys(args);
      const urn = urnIn(name, token, opts.parent);
      noteDeclared(urn);
      const hidden = {
        [URN]: urn,
        [PROVIDER]: serializedProvider(type, options.module),
        ...(opts.replaceOnChanges && { [REPLACE_ON_CHANGES]: opts.replaceOnChanges }),
        ...(isLookUp ? {} : { ...askForEstimate(args), ...collectCollisions(), ...collectLosses() }),
      };
      const given = { ...args };
      const resolved = isLookUp ? [...options.outputs, ...secrets] : [];
      const undetermined = Object.fromEntries(
        [...resolvedOutputs(options, given), ...resolved].map((output) => [output, undefined]),
      );
      const additionalSecretOutputs = [...(opts.additionalSecretOutputs ?? []), ...secrets];
      // The engine does not call `diff` for a requested replacement (`--replace`, `replaceWith`).
      const { deleteBeforeReplace = true } = opts;
      const tracing = pauseTracing();
      try {
        super(
          token,
          name,
          {
            ...undetermined,
            ...withSecrets(args, secrets),
            ...(isLookUp ? {} : timeoutsOf(args, opts)),
            ...hidden,
          },
          { ...opts, deleteBeforeReplace, additionalSecretOutputs },
        );
      } catch (error) {
        throw tracing.traced(error);
      } finally {
        tracing.resume();
      }
      noteRegistration(() => urnOf(this));
      if (!pulumi.runtime.isDryRun()) this.id.apply((id) => noteLearned(urn, id));
      defineProperties(this, given);
    }

    static get(
      name: string,
      id: pulumi.Input<pulumi.ID>,
      args: LookUpArgs = {},
      opts: pulumi.CustomResourceOptions = {},
    ) {
      return new this(name, { ...args, [LOOK_UP]: true } as Args<Inputs>, { ...opts, id });
    }
  }
  Object.defineProperty(DynamicResource, "name", { value: type });
  return DynamicResource as unknown as ResourceClass<Inputs, State>;
}

/** The URN that the engine will give a resource: a string if there is no parent, since an output is expensive. */
const urnIn = (name: string, token: string, parent: pulumi.Resource | undefined): pulumi.Input<string> =>
  parent === undefined
    ? `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::${token}::${name}`
    : pulumi.createUrn(name, token, urnOf(parent));

/**
 * Turns off stack traces. Pulumi takes one per property of a resource, to report leaked promises. With ts-node's
 * source maps, they take a third of a preview of a thousand resources.
 */
function pauseTracing() {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const resume = () => {
    Error.stackTraceLimit = stackTraceLimit;
  };
  const traced = (error: unknown) => {
    resume();
    if (error instanceof Error) Error.captureStackTrace(error, traced);
    return error;
  };
  return { resume, traced };
}

function withSecrets(args: object, secrets: readonly string[]): object {
  const kept = Object.entries(args).map(([name, value]) =>
    secrets.includes(name) && value !== undefined ? [name, pulumi.secret(value)] : [name, value],
  );
  return Object.fromEntries(kept);
}

/** Reports missing or invalid keys as one program error instead of one error per resource. */
function refuseWithoutKeys(args: object): void {
  const { account } = args as { account?: unknown };
  if (account !== undefined && typeof account !== "string") return;
  try {
    resolveCredentials((key) => pulumi.runtime.getConfig(key), process.env, account);
  } catch (error) {
    if (error instanceof ConfigurationError && error.key !== "redis-cloud:baseUrl")
      throw programError(error.message);
  }
}
