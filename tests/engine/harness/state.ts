import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The parts of a stack's state that tests use. */
export interface ExportedState {
  /** Version of the format of the deployment. */
  version: number;
  deployment: {
    resources?: ExportedResource[];
    pending_operations?: { type: string; resource: ExportedResource }[];
  };
}

export interface ExportedResource {
  urn: string;
  type: string;
  id?: string;
  custom: boolean;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  /** Set on a resource whose create or update failed after it had an ID. */
  initErrors?: string[];
}

/** The dynamic resources of a stack, without the stack and the provider. */
export function dynamicResources(state: Pick<ExportedState, "deployment">): ExportedResource[] {
  return (state.deployment.resources ?? []).filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic"));
}

/** A resource whose ID the engine knows. */
export interface KnownResource {
  readonly urn: string;
  readonly type: string;
  readonly id: string;
}

/** A stack's state in the file backend, which has one project; its name is that in the program's `Pulumi.yaml`. */
export function stateOf(folder: string, stack: string): ExportedState {
  const projects = path.join(folder, "backend/.pulumi/stacks");
  const [project = ""] = readdirSync(projects);
  const { version, checkpoint } = JSON.parse(
    readFileSync(path.join(projects, project, `${stack}.json`), "utf8"),
  );
  return { version, deployment: checkpoint.latest ?? {} };
}

/** The dynamic resources of a stack in the file backend. */
export const knownResources = (...stack: Parameters<typeof stateOf>): KnownResource[] =>
  dynamicResources(stateOf(...stack)).flatMap(({ urn, type, id }) => (id ? [{ urn, type, id }] : []));

/** Whether the file backend has a lock: an engine is running, or was killed. */
export function isLocked(folder: string): boolean {
  const locks = path.join(folder, "backend/.pulumi/locks");
  return (
    existsSync(locks) &&
    readdirSync(locks, { recursive: true }).some((entry) => String(entry).endsWith(".json"))
  );
}
