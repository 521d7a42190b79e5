import { z } from "zod";
import { int32, readOnly } from "../../http/requestFields";

/** `POST /cost-report`. The dates are required, but their absence has error codes of its own. */
export const costReportCreateRequest = z.strictObject({
  startDate: z.string().optional(),
  endDate: z.string().optional(),
  format: z.enum(["json", "csv"]).optional(),
  subscriptionIds: z.array(int32).optional(),
  databaseIds: z.array(int32).optional(),
  subscriptionType: z.enum(["pro", "essentials"]).optional(),
  regions: z.array(z.string()).optional(),
  tags: z.array(z.strictObject({ key: z.string(), value: z.string(), commandType: readOnly })).optional(),
  commandType: readOnly,
});
export type CostReportCreateRequest = z.infer<typeof costReportCreateRequest>;
