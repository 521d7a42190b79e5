import { type Scenario, scenario } from "./harness";

/*
 * Drift of values that the API never reports, on the real engine. Other drift is in updates.test.ts and, by argument,
 * in the lifecycle tests.
 */

let run: Scenario;

beforeAll(async () => {
  run = await scenario("drift");
});
afterAll(() => run?.close());

const KEYS = {
  accessKeyId: "AKIAEXAMPLE",
  accessSecretKey: "access-secret-of-ours",
  consoleUsername: "console-user",
  consolePassword: "console-password",
  signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
};
const ignoreChanges = ["accessKeyId", "accessSecretKey", "consoleUsername", "consolePassword"];

interface Held {
  readonly cloudAccounts: readonly { readonly name: string; readonly accessKeyId: string }[];
}

/** Rotates the keys of a cloud account in the console. */
async function rotateElsewhere(name: string): Promise<void> {
  const { id } = run.project.knownResources().find(({ urn }) => urn.endsWith(`::${name}`)) ?? {};
  const keys = { ...KEYS, name, accessKeyId: `AKIA-${name}`, accessSecretKey: "rotated-elsewhere" };
  await run.cloud.submit("PUT", `/cloud-accounts/${id}`, keys);
}

test("a refresh shows, without the keys, that they may have changed elsewhere, and the next up sets them", async () => {
  run.declare({
    cloudAccounts: {
      aws: { ...KEYS, name: "aws" },
      rotated: { ...KEYS, name: "rotated", accessKeyId: "AKIAOTHER", options: { ignoreChanges } },
    },
  });
  await run.project.up([], { mustSucceed: true });
  await rotateElsewhere("aws");
  await rotateElsewhere("rotated");

  const { stdout } = await run.project.refresh([], { mustSucceed: true });
  expect(stdout).toContain("[diff: -accessSecretKey,consolePassword,consoleUsername]");
  expect(stdout).toContain(
    "it was changed outside of Pulumi, possibly including values that the API does not report: " +
      "accessSecretKey, consolePassword, consoleUsername. The next update sets them as declared",
  );
  for (const secret of ["AKIA", "access-secret", "rotated-elsewhere"]) expect(stdout).not.toContain(secret);
});

test("with ignoreChanges, the rotated keys stay", async () => {
  const before = run.cloud.writes().length;
  const preview = await run.project.preview(["--diff"], { mustSucceed: true });
  expect(preview.stdout).toMatch(/\+ accessSecretKey: \[secret\]/);
  await run.project.up([], { mustSucceed: true });
  expect(run.cloud.writes().slice(before)).toEqual([expect.stringMatching(/^PUT .*\/cloud-accounts\/\d+$/)]);
  const { cloudAccounts } = await run.cloud.get<Held>("/cloud-accounts");
  expect(Object.fromEntries(cloudAccounts.map(({ name, accessKeyId }) => [name, accessKeyId]))).toEqual({
    aws: "AKIAEXAMPLE",
    rotated: "AKIA-rotated",
  });
  await run.project.preview(["--expect-no-changes"], { mustSucceed: true });
});
