import { readFileSync } from "node:fs";
import * as rediscloud from "pulumi-redis-cloud";

/** Databases by logical name, as the test has written them for the stack that runs. */
const databases: Record<string, rediscloud.DatabaseArgs & { readonly retainOnDelete?: boolean }> = JSON.parse(
  readFileSync("program.json", "utf8"),
);

for (const [name, { retainOnDelete, ...args }] of Object.entries(databases))
  new rediscloud.Database(name, args, { retainOnDelete });
