import { readFileSync } from "node:fs";
import { RECORD_FORMAT } from "../../simulator";
import type { Operation } from "../../timeline/operation";
import { readObservations } from "./observations";
import { type SimulatorRecordJson, simulatorRecord } from "./simulatorRecord";

/** Content of an input file. */
export type Input =
  | { readonly source: "provider"; readonly operations: readonly Operation[] }
  | { readonly source: "simulator"; readonly record: SimulatorRecordJson };

/**
 * Reads a simulator's record, or providers' observations.
 *
 * @param warn reports unreadable lines if others are valid
 * @throws Error that says what is wrong with the file
 */
export function readInput(file: string, warn: (message: string) => void): Input {
  const text = contentOf(file);
  if (text.trim() === "") throw new Error(`${file} is empty: nothing was recorded`);
  const json = parseJson(text);
  if (typeof json === "object" && json !== null && "format" in json && json.format === RECORD_FORMAT) {
    const { success, data, error } = simulatorRecord.safeParse(json);
    if (success) return { source: "simulator", record: data };
    const [issue] = error.issues;
    throw new Error(
      `${file} is not a simulator's record of this version (${issue?.path.join(".")}: ${issue?.message})`,
    );
  }
  const { operations, unreadable } = readObservations(text);
  if (operations.length > 0) {
    if (unreadable > 0) warn(`${file}: ${unreadable} of its lines cannot be read and are left out`);
    return { source: "provider", operations };
  }
  throw new Error(
    `${file} is neither a simulator's record (simulate --record) nor what a provider recorded (REDIS_CLOUD_RECORD)`,
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(code === "ENOENT" ? `there is no file ${file}` : `${file} cannot be read: ${message}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
