import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The package's version: `package.json` is one folder up from the sources, two from `dist/cli`. */
export function packageVersion(): string {
  for (const up of ["..", "../.."]) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(__dirname, up, "package.json"), "utf8"));
      if (name === "pulumi-redis-cloud") return version;
    } catch {
      // Not there: look one folder further up.
    }
  }
  return "unknown";
}
