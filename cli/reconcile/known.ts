import { INTENT } from "../../provider/engine/values";
import type { Target } from "../../provider/lifecycle/operation";
import type { ResourceKind } from "../../provider/lifecycle/states";
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

const TYPE = /^pulumi-nodejs:dynamic\/redis-cloud:(\w)(\w*)$/;

/** The resources of ours in a stack's state, those of operations that were interrupted included. */
export function knownTo({ resources, pending_operations }: Deployment): readonly Known[] {
  const all = [...(resources ?? []), ...(pending_operations ?? []).map(({ resource }) => resource)];
  return all.flatMap(({ type, id, inputs = {}, outputs = {} }) => {
    const [, first = "", rest] = TYPE.exec(type) ?? [];
    const declaration = DECLARATIONS[`${first.toLowerCase()}${rest}` as ResourceKind];
    if (declaration === undefined || !id) return [];
    const target = declaration.target({}, id);
    const { account } = inputs;
    const isTold = account === undefined || typeof account === "string";
    const token = outputs[INTENT];
    return {
      ...target,
      id: target.id ?? Number.NaN,
      account: isTold ? account : null,
      token: typeof token === "string" ? token : undefined,
    };
  });
}
