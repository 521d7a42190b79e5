import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/** A cost report: a file that never changes. */
export interface CostReport extends Resource<"costReport", "completed"> {
  /** A UUID and the extension of the format, as recorded. */
  id: string;
  format: "csv" | "json";
  /** The content of the file. */
  text: string;
}

/** Refers to the cost reports of an account. */
export const COST_REPORT: KindName<CostReport> = "costReport";
