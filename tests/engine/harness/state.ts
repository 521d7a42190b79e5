import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What tests read of a stack's state. */
export interface ExportedState {
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
  /** Set on a resource whose create or update failed after it had got an ID. */
  initErrors?: string[];
}

/** The dynamic resources of a stack, without the stack and the provider themselves. */
export function dynamicResources(state: ExportedState): ExportedResource[] {
  return (state.deployment.resources ?? []).filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic"));
}

/** A resource of which the engine knows the ID. */
export interface KnownResource {
  readonly urn: string;
  readonly type: string;
  readonly id: string;
}

/** What the file backend holds of a stack's dynamic resources. */
export function knownResources(folder: string, project: string, stack: string): KnownResource[] {
  const file = path.join(folder, "backend/.pulumi/stacks", project, `${stack}.json`);
  const { checkpoint } = JSON.parse(readFileSync(file, "utf8"));
  const resources: ExportedResource[] = checkpoint.latest?.resources ?? [];
  return dynamicResources({ deployment: { resources } }).flatMap(({ urn, type, id }) =>
    id ? [{ urn, type, id }] : [],
  );
}

/** Whether the file backend holds a lock: an engine is at work, or was killed. */
export function isLocked(folder: string): boolean {
  const locks = path.join(folder, "backend/.pulumi/locks");
  return (
    existsSync(locks) &&
    readdirSync(locks, { recursive: true }).some((entry) => String(entry).endsWith(".json"))
  );
}
