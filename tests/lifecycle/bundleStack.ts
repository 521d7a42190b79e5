import { mkdirSync } from "node:fs";
import path from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";
import { bundle } from "../bundle";

/** The provider and what the tests drive it with, for {@link import("./newProcess").loadAnew}. */
export const STACK_BUNDLE = path.resolve(__dirname, "../../node_modules/.cache/pulumi-redis-cloud/stack.js");

/** Once before all test files: each would do the same. */
export default function bundleStack(): void {
  mkdirSync(path.dirname(STACK_BUNDLE), { recursive: true });
  writeFileAtomic(STACK_BUNDLE, bundle(path.join(__dirname, "stack.ts")));
}
