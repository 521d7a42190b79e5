import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { chargesOf, isAskedFor } from "./charges";
import { fileOf, rowsOf } from "./file";
import { periodOf } from "./period";
import type { CostReportCreateRequest } from "./requests";
import type { CostReport } from "./state";

/** `POST /cost-report`: writes the report. Recorded: its ID is in `response.resource`, and there is no `resourceId`. */
function createCostReport(account: Account, { body }: { body: CostReportCreateRequest }): TaskResponse {
  const period = periodOf(body, account.now);
  for (const { key, value } of body.tags ?? []) {
    requireThat(key !== "", "COST_REPORT_TAG_KEY_EMPTY");
    requireThat(value !== "", "COST_REPORT_TAG_VALUE_EMPTY");
  }
  const { format = "csv" } = body;
  const charges = chargesOf(account).filter((charge) => isAskedFor(body, charge));
  const id = `${account.random.uuid()}.${format}`;
  const report: CostReport = {
    kind: "costReport",
    id,
    name: id,
    status: "completed",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
    format,
    text: fileOf(rowsOf(account, charges, period), format),
  };
  account.add(report);
  return { resource: { costReportId: id } };
}

/** The effects of tasks of cost reports, when they are processed. */
export const costReportCommands = { costReportCreateRequest: createCostReport } satisfies CommandHandlers;
