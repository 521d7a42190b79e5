import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DECLARATIONS } from "../../../provider/resources/all";
import { ERROR_CODES } from "../../../simulator/refusal";
import { errorCodesOf, hasForms } from "../../../tools/documentation/errorCodes";
import { generatedPages } from "../../../tools/documentation/generatedPages";
import { idForm } from "../../../tools/documentation/resourcePage";
import { resources } from "../../../tools/documentation/resources";
import { codeBlocks, localLinks, type Page, pages, REPOSITORY } from "./pages";

/*
 * The pages that `npm run docs` makes: what they say is what the code says.
 */

const generated = [...generatedPages(REPOSITORY)];
const names = DECLARATIONS.map(({ typeName }) => typeName);

const pageOf = (file: string): Page => {
  const found = pages.find((page) => page.file === file);
  if (found === undefined) throw new Error(`There is no ${file}.`);
  return found;
};

test.each(generated)("%s is up to date (if it is not: npm run docs)", async (file, make) => {
  expect(readFileSync(path.join(REPOSITORY, file), "utf8")).toBe(await make());
});

test("there is a page for each resource, and for nothing else", () => {
  const files = readdirSync(path.join(REPOSITORY, "docs", "resources"));
  expect(files.sort()).toEqual(names.map((name) => `${name}.md`).sort());
});

test("resources.md leads to the page of each resource", () => {
  const links = localLinks(pageOf("docs/resources.md"));
  expect(names.filter((name) => !links.includes(`resources/${name}.md`))).toEqual([]);
});

test.each(names)("the page of %s has a whole program that declares or uses one", (name) => {
  const [example = ""] = codeBlocks(pageOf(`docs/resources/${name}.md`), "ts");
  expect(example).toContain('import * as rediscloud from "pulumi-redis-cloud";');
  expect(example).toContain(`new rediscloud.${name}(`);
});

/** Codes that concern no resource: the reports of the command line, flushes, look-ups, and a fault without a code. */
const ELSEWHERE = /^(COST_REPORT_.*|GENERAL_ERROR|CRDB_FLUSH_.*|ACTIVE_ACTIVE_.*BACKUP_STATUS_.*)$/;

test("each error code of the API that the simulator knows is on the page of a resource", () => {
  const forms = DECLARATIONS.filter(hasForms).length;
  expect(forms).toBeGreaterThan(0);
  const documented = new Set(DECLARATIONS.flatMap(errorCodesOf).map(({ code }) => code));
  const missing = ERROR_CODES.filter((code) => !documented.has(code) && !ELSEWHERE.test(code));
  expect(missing.filter((code) => !/_NOT_ALLOWED_WITH_.*_SUBSCRIPTION$/.test(code))).toEqual([]);
});

test("a next step of a kind of resource is on its page", () => {
  const database = errorCodesOf(DECLARATIONS[names.indexOf("Database")] as (typeof DECLARATIONS)[number]);
  expect(database.find(({ code }) => code === "DATABASE_SIZE_TOO_BIG")?.nextStep).toMatch(
    /^Choose a smaller `datasetSizeInGb`/,
  );
  expect(database.find(({ code }) => code === "DATABASE_NOT_ACTIVE")?.nextStep).toBe(
    "The run waits and sends the request again.",
  );
});

test("the form of a Pulumi ID tells the places of a resource", () => {
  const forms = resources(REPOSITORY).map((resource) => [resource.name, idForm(resource)]);
  expect(Object.fromEntries(forms)).toMatchObject({
    Subscription: "<subscriptionId>",
    Database: "<subscriptionId>/<databaseId>",
    ActiveActiveRegion: "<subscriptionId>/<region>",
    SubscriptionPeering: "<subscriptionId>[/<sourceRegion>]/<vpcPeeringId>",
    PrivateLink: "<subscriptionId>[/<regionId>]",
    DatabaseBackup: "<subscriptionId>/<databaseId>[/<regionName>]/<taskId>",
    AclUser: "<aclUserId>",
  });
});
