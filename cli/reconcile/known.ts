import { defaultsOf, INTENT } from "../../provider/engine/values";
import type { Target } from "../../provider/lifecycle/operation";
import type { ResourceKind } from "../../provider/lifecycle/states";
import type { AnyDeclaration } from "../../provider/resources/declaration";
import { DECLARATIONS } from "../declarations";
import type { Deployment } from "../project";

/** A resource that the engine knows. */
export interface Known extends Target {
  readonly id: number;
  /** By its name in `redis-cloud:accounts`; undefined for the default account, null where it cannot be told. */
  readonly account: string | undefined | null;
  /** Token of the latest update that it knows the outcome of. */
  readonly token?: string;
}

/** A creation that was interrupted: the engine asked for it, and never learned of its result. */
export interface PendingCreation extends Pick<Target, "kind" | "subscriptionId"> {
  readonly urn: string;
  /** The auto-name, which nobody but this resource would have. */
  readonly name: string;
  readonly account: Known["account"];
}

const TYPE = /^pulumi-nodejs:dynamic\/redis-cloud:(\w)(\w*)$/;

function declarationOf(type: string): AnyDeclaration | undefined {
  const [, first = "", rest] = TYPE.exec(type) ?? [];
  return DECLARATIONS[`${first.toLowerCase()}${rest}` as ResourceKind];
}

function accountIn({ account }: Readonly<Record<string, unknown>>): Known["account"] {
  return account === undefined || typeof account === "string" ? account : null;
}

/** The resources of ours in a stack's state, those of operations that were interrupted included. */
export function knownTo({ resources, pending_operations }: Deployment): readonly Known[] {
  const all = [...(resources ?? []), ...(pending_operations ?? []).map(({ resource }) => resource)];
  return all.flatMap(({ type, id, inputs = {}, outputs = {} }) => {
    const declaration = declarationOf(type);
    if (declaration === undefined || !id) return [];
    const target = declaration.target({}, id);
    const token = outputs[INTENT];
    return {
      ...target,
      id: target.id ?? Number.NaN,
      account: accountIn(inputs),
      token: typeof token === "string" ? token : undefined,
    };
  });
}

/** The interrupted creations of resources with auto-names that a stack's state tells of. */
export function pendingCreationsIn({ pending_operations }: Deployment): readonly PendingCreation[] {
  return (pending_operations ?? []).flatMap(({ type, resource }) => {
    const { urn, inputs = {} } = resource;
    const declaration = declarationOf(resource.type);
    const isAutoName = defaultsOf(inputs).includes("name") && typeof inputs.name === "string";
    if (type !== "creating" || declaration === undefined || !isAutoName) return [];
    const { kind, subscriptionId } = declaration.target({ ...inputs });
    return { kind, subscriptionId, urn, name: String(inputs.name), account: accountIn(inputs) };
  });
}
