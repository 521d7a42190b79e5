import * as pulumi from "@pulumi/pulumi";
import { LOOK_UP, PROVIDER, REPLACE_ON_CHANGES, URN } from "../operations/properties";
import { askForEstimate, urnOf } from "./costEstimates";
import { ConfigurationError, resolveCredentials } from "./credentials";
import { checkInstallation } from "./installation";
import { collectCollisions } from "./nameCollisions";
import { checkOptions, timeoutsOf } from "./options";
import { programError } from "./programError";
import { defineProperties, type PropertyOptions, resolvedOutputs } from "./properties";
import { noteLearned } from "./settleJournal";

/**
 * The provider in the state of each resource. The dynamic-provider host evaluates it, so it is only a reference to
 * this package, found from the program's folder: it holds no secret, and a new version of the package is no change.
 * Written as it is, and not serialized from an object, it is as small as can be, costs a program nothing, and
 * works wherever `require` finds the package: through links, in workspaces, and in the package's own repository.
 */
export const serializedProvider = (type: string, module = "pulumi-redis-cloud/provider"): string =>
  `exports.handler=()=>require("module").createRequire(process.cwd()+"/")("${module}").${type}`;

/**
 * Arguments as a program gives them: every value, at any depth, may be an output of another resource. IDs may be
 * numbers, as the API has them, or strings, as `resource.id` has them.
 */
export type Args<Inputs> = {
  [K in keyof Inputs]: K extends `${string}Id` ? pulumi.Input<Inputs[K] | string> : InputOf<Inputs[K]>;
};

/** A value, or an output with it; for objects and lists, at any depth. */
export type InputOf<T> = [T] extends [readonly (infer Item)[] | undefined]
  ? pulumi.Input<InputOf<Item>[]>
  : [T] extends [object | undefined]
    ? pulumi.Input<Args<T>>
    : pulumi.Input<T>;

/** The same as outputs of a resource. */
export type Outputs<State> = { readonly [K in keyof State]-?: pulumi.Output<State[K]> };

interface Options extends PropertyOptions {
  /**
   * What the host requires, from the program's folder, to find the provider by the name of the type.
   *
   * @default `pulumi-redis-cloud/provider`
   */
  readonly module?: string;
  /** Arguments and outputs that are secrets in the state, whatever the program makes of them. */
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
   * Reads a resource that exists, without managing it: nothing of the program changes or deletes it.
   *
   * @param name logical name, unique among the program's resources of the type.
   * @param id its ID: the API's; of what is in a subscription `<subscriptionId>/<id>`.
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
 * The class of a dynamic resource of type `pulumi-nodejs:dynamic/redis-cloud:<type>`, with its arguments and the
 * outputs of the API as properties.
 */
export function resource<Inputs extends object, State extends object>(
  type: string,
  options: Options,
): ResourceClass<Inputs, State> {
  const { secrets } = options;
  const token = `pulumi-nodejs:dynamic/redis-cloud:${type}`;
  class DynamicResource extends pulumi.CustomResource {
    constructor(name: string, args: Args<Inputs>, opts: pulumi.CustomResourceOptions = {}) {
      const isLookUp = LOOK_UP in args;
      checkInstallation();
      checkOptions(type, name, opts, isLookUp);
      refuseWithoutKeys(args);
      const hidden = {
        [URN]: pulumi.createUrn(name, token, opts.parent && urnOf(opts.parent)),
        [PROVIDER]: serializedProvider(type, options.module),
        ...(opts.replaceOnChanges && { [REPLACE_ON_CHANGES]: opts.replaceOnChanges }),
        ...(isLookUp ? {} : { ...askForEstimate(args), ...collectCollisions() }),
      };
      const given = { ...args };
      const resolved = isLookUp ? [...options.outputs, ...secrets] : [];
      const undetermined = Object.fromEntries(
        [...resolvedOutputs(options, given), ...resolved].map((output) => [output, undefined]),
      );
      const additionalSecretOutputs = [...(opts.additionalSecretOutputs ?? []), ...secrets];
      // For a replacement that was asked for (`--replace`, `replaceWith`), the engine does not ask the provider.
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
      if (!pulumi.runtime.isDryRun()) this.id.apply((id) => noteLearned(this.urn, id));
      defineProperties(this, given, options);
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

/**
 * Pulumi takes a stack trace for each property of a resource, to name promises that are left over. With the source
 * maps of ts-node, that is a third of a preview's time when there are a thousand resources.
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

/** Keys that are missing, or cannot be keys, are one error of the program, and not one of each resource. */
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
