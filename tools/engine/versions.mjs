import path from "node:path";
import { cacheFolder } from "../paths.mjs";

/** The Pulumi CLI that is downloaded or built where none is installed. */
export const CLI_VERSION = "3.259.0";

/**
 * The Node language host for a build from source: the last version that is part of the `sdk` module,
 * hence the last that the Go module proxy can serve together with its dependencies. It works with the CLI above.
 */
export const LANGUAGE_HOST_VERSION = "3.68.0";

/** An older installed CLI is ignored: the package requires an SDK of this version, too. */
export const OLDEST_CLI_VERSION = "3.200.0";

/** Where the downloaded or built engine is kept. */
export const engineFolder = path.join(cacheFolder, CLI_VERSION);
