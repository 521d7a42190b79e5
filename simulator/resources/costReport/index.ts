import type { ResourceKind } from "../../kind";
import { costReportCommands } from "./commands";
import { costReportRoutes } from "./routes";
import { COST_REPORT, type CostReport } from "./state";

export const costReport: ResourceKind<CostReport> = {
  name: COST_REPORT,
  path: "/cost-report/:costReportId",
  routes: costReportRoutes,
  commands: costReportCommands,
  durations: {},
  // A report is complete when its task is.
  reach: () => {},
};
