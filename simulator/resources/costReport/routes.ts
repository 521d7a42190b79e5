import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment, resourceInPath } from "../../http/environment";
import { costReportCommands } from "./commands";
import { costReportCreateRequest } from "./requests";
import { COST_REPORT } from "./state";

const accept = acceptorOf(costReportCommands);

/** `/cost-report`. There is no list, and a report is not JSON but a file. */
export const costReportRoutes = new Hono<Environment>({ strict: false })
  .post("/cost-report", async (context) => {
    const body = await bodyOf(context, costReportCreateRequest);
    return accept(context, "costReportCreateRequest", { body });
  })
  .get("/cost-report/:costReportId", (context) => {
    const { id, format, text } = resourceInPath(context, COST_REPORT, "costReportId", "Cost report");
    return context.body(text, 200, {
      "Content-Type": format === "json" ? "application/json" : "text/csv",
      "Content-Disposition": `attachment; filename="${id}"`,
    });
  });
