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
