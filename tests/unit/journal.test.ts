import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { JournalError } from "../../provider/lifecycle/journalError";
import { journalFolder } from "../../provider/pulumi/journalFolder";
import { isAtWork, Journal } from "../../provider/recovery/journal/journal";
import { ResourceJournal } from "../../provider/recovery/journal/notes";

const subject = {
  urn: "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/redis-cloud:Database::cache",
  baseUrl: "https://api.redislabs.com/v1",
  accountId: 1001,
  kind: "database",
  place: { subscriptionId: 7 },
  name: "cache-11tv6udc",
};

let folder: string;
let journal: ResourceJournal;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), "journal-")), "journal");
  journal = new ResourceJournal(new Journal(folder), subject);
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const files = () => (existsSync(folder) ? readdirSync(folder) : []);

test("nothing is written before a request is about to be sent", () => {
  journal.creating(["name"]);
  expect(files()).toEqual([]);
});

test("the intent is written before the request, then its task, then its resource", () => {
  const notes = journal.creating(["name", "datasetSizeInGb"]);
  notes.sending();
  expect(journal.creation()).toMatchObject({ ...subject, action: "create", pid: process.pid });
  notes.accepted({ taskId: "b22b61c8" });
  expect(journal.creation()).toMatchObject({ taskId: "b22b61c8" });
  notes.processed(12);
  expect(journal.creation()).toMatchObject({ id: 12, fields: ["name", "datasetSizeInGb"] });
});

test("an intent of an earlier version, with the subscription next to the kind, is read", () => {
  journal.creating(["name"]).sending();
  const [file = ""] = files();
  const { place: _, ...written } = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  writeFileSync(path.join(folder, file), JSON.stringify({ ...written, subscriptionId: 7, id: 12 }));
  expect(journal.creation()).toMatchObject({ ...subject, action: "create", id: 12 });
});

test("files and folder are private to their owner, with one file per intent and readable names", () => {
  journal.creating([]).sending();
  journal.updating(12, ["datasetSizeInGb"]).sending();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(files()).toEqual([
    expect.stringMatching(/^cache-create-[0-9a-f]{16}\.json$/),
    expect.stringMatching(/^cache-update-[0-9a-f]{16}\.json$/),
  ]);
  for (const file of files()) expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600);
});

test("a refused creation leaves no entry", () => {
  const notes = journal.creating([]);
  notes.sending();
  notes.refused();
  expect(files()).toEqual([]);
});

test("an update continues an open one: the same token, the arguments of both", () => {
  journal.updating(12, ["datasetSizeInGb"]).sending();
  const first = journal.update(12);
  journal.updating(12, ["tags"]).sending();
  expect(journal.update(12)).toMatchObject({
    token: (first as { token: string }).token,
    fields: ["datasetSizeInGb", "tags"],
  });
});

test("two accounts, two stacks and two resources have separate entries", () => {
  const others = [{ accountId: 1002 }, { baseUrl: "http://127.0.0.1:1/v1" }, { urn: `${subject.urn}-2` }];
  journal.creating([]).sending();
  for (const other of others) {
    const another = new ResourceJournal(new Journal(folder), { ...subject, ...other });
    expect(another.creation()).toBeUndefined();
    another.creating([]).sending();
  }
  expect(new Journal(folder).list().intents).toHaveLength(4);
});

test.each([
  ["empty", ""],
  ["cut off", '{"version": 1, "urn": "urn:pul'],
  ["no JSON", "\u0000\u0001"],
  ["of a later version", '{"version": 2}'],
  ["of another kind", "[]"],
])("a file that is %s says only that there is an intent, and is listed as unreadable", (_, text) => {
  journal.creating([]).sending();
  const [file = ""] = files();
  writeFileSync(path.join(folder, file), text);
  expect(journal.creation()).toBe("unreadable");
  expect(new Journal(folder).list()).toEqual({ intents: [], unreadable: [path.join(folder, file)] });
});

test("other files are left alone", () => {
  journal.creating([]).sending();
  writeFileSync(path.join(folder, "notes.txt"), "hello");
  expect(new Journal(folder).list()).toMatchObject({ intents: [expect.anything()], unreadable: [] });
});

test("a journal that cannot be written is an error with the remedy, before anything is sent", () => {
  writeFileSync(folder, "a file where the folder should be");
  const sending = () => journal.creating([]).sending();
  expect(sending).toThrow(JournalError);
  expect(sending).toThrow(/cannot be written \(.*\), so nothing was submitted.*redis-cloud:journal/);
});

test("after submission, a full disk does not stop it: the intent is written", () => {
  const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const notes = journal.creating([]);
  notes.sending();
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "");
  notes.accepted({ taskId: "b22b61c8" });
  expect(complaints).toHaveBeenCalledWith(expect.stringContaining("cannot be written"));
  complaints.mockRestore();
});

test("an unreadable folder has no intents", () => {
  expect(new Journal(path.join(folder, "nowhere")).list()).toEqual({ intents: [], unreadable: [] });
  if (process.getuid?.() === 0) return;
  journal.creating([]).sending();
  chmodSync(folder, 0o000);
  expect(new Journal(folder).list().intents).toEqual([]);
  chmodSync(folder, 0o700);
});

test("a process counts as running if it is another one on this machine and exists", () => {
  expect(isAtWork({ pid: process.ppid, host: hostname() })).toBe(true);
  expect(isAtWork({ pid: process.pid, host: hostname() })).toBe(false);
  expect(isAtWork({ pid: process.ppid, host: "elsewhere" })).toBe(false);
  expect(isAtWork({ pid: 2 ** 22 + 1, host: hostname() })).toBe(false);
});

test("the folder is that of the config, else the environment, else one in Pulumi's own", () => {
  const config = (key: string) => (key === "redis-cloud:journal" ? "/config" : undefined);
  const none = () => undefined;
  expect(journalFolder(config, { REDIS_CLOUD_JOURNAL: "/environment" })).toBe("/config");
  expect(journalFolder(none, { REDIS_CLOUD_JOURNAL: "/environment" })).toBe("/environment");
  expect(journalFolder(none, { PULUMI_HOME: "/home/of/pulumi" })).toBe("/home/of/pulumi/redis-cloud/journal");
  expect(journalFolder(none, {})).toMatch(/\.pulumi\/redis-cloud\/journal$/);
});
