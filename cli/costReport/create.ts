import { z } from "zod";
import { taskAnswer } from "../../provider/api/answers";
import { CoalescedRead } from "../../provider/api/coalescedRead";
import { RedisCloudApiError } from "../../provider/api/error";
import type { Account } from "../../provider/lifecycle/account";
import { type Kind, NO_SUBSCRIPTION } from "../../provider/lifecycle/kind";
import { NOT_YET_VISIBLE_MS, pollUntil } from "../../provider/lifecycle/polling";
import { messageByHand, runByHand } from "../actions/run";

/** `POST /cost-report`. */
export interface CostReportRequest {
  /** Days, both of which are part of the report, e.g. `2026-01-01`. */
  readonly startDate: string;
  readonly endDate: string;
  readonly format: "csv" | "json";
  readonly subscriptionIds?: readonly number[];
  readonly databaseIds?: readonly number[];
  readonly subscriptionType?: "pro" | "essentials";
  readonly regions?: readonly string[];
  readonly tags?: readonly { readonly key: string; readonly value: string }[];
}

/** A report is a file; for the lifecycle of its task it is an action that changes nothing. */
const COST_REPORT: Kind = {
  name: "costReport",
  noun: "cost report",
  parents: [],
  idType: "string",
  isAction: true,
  isNameUnique: false,
  openList: () => async () => new Map(),
  states: {
    pending: new Set(),
    ready: new Set(),
    resting: new Set(),
    deleting: new Set(),
    failed: new Set(),
  },
  commands: { create: "costReportCreateRequest", update: new Set(), delete: "" },
  passingRefusals: [],
  advice: { COST_REPORT_IS_NOT_SUPPORTED: "Ask Redis support to turn cost reports on for this account." },
  limits: NO_SUBSCRIPTION,
};

const createdReport = taskAnswer.transform(
  ({ response }) => z.object({ costReportId: z.string() }).parse(response?.resource).costReportId,
);

/** Lets the API write a report, and returns the content of its file. */
export async function createCostReport(
  account: Account,
  body: CostReportRequest,
  timeoutMs: number,
): Promise<string> {
  const request = { method: "POST", path: "/cost-report", body } as const;
  const operation = { action: "create", target: { kind: COST_REPORT, place: {} }, request } as const;
  const { id } = await runByHand(account, operation, { label: "cost report", timeoutMs, until: "processed" });
  const reportId = await account.api.get(`/tasks/${id}`, createdReport);
  return download(account, `/cost-report/${encodeURIComponent(reportId)}`).catch((error) => {
    throw new Error(messageByHand(error));
  });
}

/** A new ID may answer 404 for a moment. */
async function download({ api }: Account, path: string): Promise<string> {
  const startedAt = Date.now();
  const read = async () => {
    try {
      return { text: await api.download(path) };
    } catch (error) {
      const isNew = Date.now() < startedAt + NOT_YET_VISIBLE_MS;
      if (isNew && error instanceof RedisCloudApiError && error.kind === "not-found") return undefined;
      throw error;
    }
  };
  const pace = () => ({ quickestMs: 500, part: 0.1 });
  return (await pollUntil(new CoalescedRead(read), (seen) => seen, { pace })).text;
}
