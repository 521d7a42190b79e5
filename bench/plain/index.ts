import path from "node:path";
import { askProcess } from "../fork";
import type { PlainOrder, PlainReport } from "./process";

/** Measures the plain strategy with the same work and the same server. */
export const plainly = (order: PlainOrder): Promise<PlainReport> =>
  askProcess(path.join(__dirname, "process.js"), order, { name: "the process of the plain strategy" });
