import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { coveragePage } from "./coverage";
import { documentation } from "./table";
import { terraformPage } from "./terraform";

/** `npm run docs`, in the repository's folder. */
const folder = path.resolve("docs");
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "arguments.md"), documentation(process.cwd()));
writeFileSync(path.join(folder, "api-coverage.md"), coveragePage());
writeFileSync(path.join(folder, "terraform.md"), terraformPage());
