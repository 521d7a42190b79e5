import { createHash } from "node:crypto";
import { z } from "zod";
import type { ApiRequest } from "../../api/client";
import type { Kind, Target } from "../../lifecycle/kind";
import { parentOf } from "../../lifecycle/kind";
import type { Declaration, Problem, Scope } from "../../operations/declaration";
import type { Field } from "../../operations/field";
import type { ResourceSession } from "../../operations/session";
import { commonFields } from "../common";
import { oneOf, resourceId, text } from "../schemas";
import { importSourceProblems, SOURCE_TYPES } from "./importSources";
import { type Run, UNKNOWN } from "./kind";
import type { ActionInputs, BackupInputs, ImportInputs } from "./types";

/** The database that an action is on, and its triggers. */
export interface OnDatabase extends ActionInputs {
  subscriptionId: number;
  databaseId: number;
}

const actionFields = {
  ...commonFields,
  subscriptionId: { schema: resourceId, change: "replace", reference: (id: unknown) => id },
  databaseId: { schema: resourceId, change: "replace", reference: (id: unknown) => id },
  triggers: { schema: z.array(z.unknown()).optional(), change: "replace" },
} satisfies { readonly [K in keyof Required<OnDatabase>]: Field<OnDatabase[K], unknown> };

/** Arguments of a backup. */
export const backupFields = {
  ...actionFields,
  adhocBackupPath: { schema: text.optional(), change: "none", onCreation: true, secret: true },
} satisfies {
  readonly [K in keyof Required<OnDatabase & BackupInputs>]: Field<(OnDatabase & BackupInputs)[K], unknown>;
};

/** Arguments of an import. */
export const importFields = {
  ...actionFields,
  sourceType: { schema: oneOf(SOURCE_TYPES), change: "none", onCreation: true },
  importFromUri: {
    schema: z.array(text).min(1, "must name at least one source"),
    change: "none",
    onCreation: true,
    secret: true,
  },
} satisfies {
  readonly [K in keyof Required<OnDatabase & ImportInputs>]: Field<(OnDatabase & ImportInputs)[K], unknown>;
};

/** Rules of an import's arguments. */
export const importRules = (inputs: Partial<ImportInputs>): readonly Problem[] =>
  importSourceProblems(inputs);

/** Warning before an import into a database that exists. */
export const importWarning = ({ subscriptionId, databaseId }: Partial<OnDatabase>): string | undefined =>
  databaseId === undefined
    ? undefined
    : `overwrites all data of database ${databaseId} of subscription ${subscriptionId}`;

/** What an action declares of its own. */
interface Action<Inputs extends OnDatabase> {
  readonly kind: Kind<Run>;
  readonly typeName: string;
  readonly fields: Declaration<Inputs, Run>["fields"];
  readonly again: string;
  readonly request: (inputs: Inputs) => ApiRequest;
  /** Name of the output that tells when it ran. */
  readonly time: string;
  readonly rules?: Declaration<Inputs, Run>["rules"];
  readonly verify?: Declaration<Inputs, Run>["verify"];
  readonly warning?: Declaration<Inputs, Run>["warning"];
}

/** Declares a resource that runs an action on a database. */
export function declareAction<Inputs extends OnDatabase>({
  again,
  request,
  time,
  ...own
}: Action<Inputs>): Declaration<Inputs, Run> {
  return {
    ...own,
    loss: again,
    name: { maxLength: 40 },
    timeouts: { create: "2h", update: "1h", delete: "1h" },
    naturalKey: ({ triggers }) => digestOf(triggers),
    createRequest: request,
    steps: () => [],
    observe: (target, state, session, scope) => observeRun(target, { ...state, time }, session, scope),
    outputs: (run, { id }) => ({ status: run.status, taskId: id, [time]: run.time ?? null }),
  };
}

/** Tells the journal which triggers a run was for, without their values. */
const digestOf = (triggers: unknown[] = []): string =>
  createHash("sha256").update(JSON.stringify(triggers)).digest("hex").slice(0, 16);

/**
 * What is known of a run; undefined when its database is gone. The API tells how the latest run ended, so only a look
 * right after this one reads it: a refresh keeps what the state has.
 */
async function observeRun(
  target: Target,
  state: { readonly time: string },
  session: ResourceSession,
  scope?: Scope,
): Promise<Run | undefined> {
  const database = parentOf(target);
  if (database !== undefined) {
    const listed = await session.list(database.kind, database.place, scope === "declared" ? 0 : undefined);
    if (!listed.has(database.id ?? 0)) return undefined;
  }
  const { status, [state.time]: time } = state as Readonly<Record<string, unknown>>;
  if (scope === "refresh" && typeof status === "string")
    return { status, time: typeof time === "string" ? time : undefined };
  const runs = await session.list(target.kind as Kind<Run>, target.place, 0);
  return runs.get(target.id ?? "") ?? { status: UNKNOWN };
}
