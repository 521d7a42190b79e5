import path from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this repository. */
export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** What the tools keep between runs, git-ignored: the engine, and the demo while it is kept. */
export const cacheFolder = path.join(repository, ".pulumi-engine");
