import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generatedPages } from "./generatedPages";

/** `npm run docs`, in the repository's folder. */
for (const [file, text] of generatedPages(process.cwd())) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
