import type { ResourceId } from "../../provider/api/lists";
import { type Target, targetOf } from "../../provider/lifecycle/kind";
import { defaultsOf, INTENT } from "../../provider/operations/properties";
import { type Declarations, ofType } from "../declarations";
import type { Deployment } from "../project";

/** A resource that the engine knows. */
export interface Known extends Target {
  readonly id: ResourceId;
  /** Its name in `redis-cloud:accounts`; undefined for the default account, null when unknown. */
  readonly account: string | undefined | null;
  /** Token of the latest update whose outcome it knows. */
  readonly token?: string;
}

/** An interrupted creation: the engine requested it and never learned its result. */
export interface PendingCreation extends Pick<Target, "kind" | "place"> {
  readonly urn: string;
  /** The auto-name, which no other resource has. */
  readonly name: string;
  readonly account: Known["account"];
}

function accountIn({ account }: Readonly<Record<string, unknown>>): Known["account"] {
  return account === undefined || typeof account === "string" ? account : null;
}

/** This package's resources in a stack's state, including those of interrupted operations. */
export function knownTo(
  { resources, pending_operations }: Deployment,
  declarations: Declarations,
): readonly Known[] {
  const all = [...(resources ?? []), ...(pending_operations ?? []).map(({ resource }) => resource)];
  return all.flatMap(({ type, id, inputs = {}, outputs = {} }) => {
    const declaration = ofType(type, declarations);
    if (declaration === undefined || !id) return [];
    const target = targetOf(declaration.kind, {}, id);
    const token = outputs[INTENT];
    return {
      ...target,
      id: target.id ?? Number.NaN,
      account: accountIn(inputs),
      token: typeof token === "string" ? token : undefined,
    };
  });
}

/** The interrupted creations of auto-named resources in a stack's state. */
export function pendingCreationsIn(
  { pending_operations }: Deployment,
  declarations: Declarations,
): readonly PendingCreation[] {
  return (pending_operations ?? []).flatMap(({ type, resource }) => {
    const { urn, inputs = {} } = resource;
    const declaration = ofType(resource.type, declarations);
    const isAutoName = defaultsOf(inputs).includes("name") && typeof inputs.name === "string";
    if (type !== "creating" || declaration === undefined || !isAutoName) return [];
    const { kind, place } = targetOf(declaration.kind, inputs);
    return { kind, place, urn, name: String(inputs.name), account: accountIn(inputs) };
  });
}
