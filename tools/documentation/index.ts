import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generatedPages } from "./generatedPages";

/** `npm run docs`, in the repository's folder. */
async function main(): Promise<void> {
  for (const [file, make] of generatedPages(process.cwd())) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, await make());
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
