import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { documentation } from "./table";

/** `npm run docs`, in the repository's folder. */
const file = path.resolve("docs", "arguments.md");
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, documentation(process.cwd()));
