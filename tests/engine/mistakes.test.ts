import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({ name: "mistakes", program: "mistakes", env: cloud.env, isInline: false });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

/** The errors of the preview of an invalid program, by resource: `cache: port: must be …`. */
async function told(env: Record<string, string>): Promise<string[]> {
  const { exitCode, stdout } = await project.preview([], { env });
  expect(exitCode).not.toBe(0);
  const [, diagnostics = ""] = stdout.split("Diagnostics:");
  const problems = diagnostics.matchAll(/resource '(.+)' has a problem: (.+)/g);
  return [...problems].map(([, resource, problem]) => `${resource}: ${problem}`).sort();
}

test("all problems of a resource are reported at once, each with its property and the remedy", async () => {
  expect(await told({ MISTAKE: "many at once" })).toEqual([
    expect.stringMatching(/^cache: dataEvictionPolicy: must be one of allkeys-lru, .*, noeviction$/),
    "cache: datasetSize: is not an argument of this resource. Did you mean datasetSizeInGb?",
    "cache: datasetSizeInGb: must be at least 0.1 (GB)",
    "cache: evictionPolicy: is not an argument of this resource. Did you mean dataEvictionPolicy?",
    expect.stringMatching(/^cache: name: must be up to 40 letters, digits and hyphens/),
    "cache: port: must be between 10000 and 19999",
    "cache: sourceIp[1]: must be an IP address range such as 10.0.0.0/24",
  ]);
});

test("a nested problem is reported with its path", async () => {
  expect(await told({ MISTAKE: "nested" })).toEqual([
    expect.stringMatching(
      /^main: cloudProviders\[0\]\.regions\[0\]\.networking\.deploymentCIDR: must be an IPv4/,
    ),
    expect.stringMatching(/^main: databases\[1\]\.name: must be up to 40 letters/),
  ]);
});

test("a name of 41 characters is too long for a database", async () => {
  expect(await told({ MISTAKE: "name too long" })).toEqual([
    expect.stringMatching(/^cache: name: must be up to 40 letters/),
  ]);
});

test("a database requires exactly one size", async () => {
  expect(await told({ MISTAKE: "two sizes" })).toEqual([
    "cache: memoryLimitInGb: cannot be combined with datasetSizeInGb: keep datasetSizeInGb.",
  ]);
});

test("a payment method must belong to the account", async () => {
  expect(await told({ MISTAKE: "payment method of somebody else" })).toEqual([
    "main: paymentMethodId: is not a payment method of this account (it has 2, 3).",
  ]);
});

test("a preview reports wrong keys, and what to check", async () => {
  expect(await told({ REDIS_CLOUD_API_KEY: "mistyped-key" })).toEqual([
    expect.stringMatching(
      /^main: redis-cloud:apiKey: .*401.*Check redis-cloud:apiKey .*redis-cloud:apiSecretKey/,
    ),
  ]);
});

test("keys are not sent unencrypted to another machine", async () => {
  const before = cloud.simulator.record.requests.length;
  expect(await told({ REDIS_CLOUD_BASE_URL: "http://redis.example.com/v1" })).toEqual([
    expect.stringMatching(
      /^main: redis-cloud:baseUrl would send the keys unencrypted to redis\.example\.com/,
    ),
  ]);
  expect(cloud.simulator.record.requests).toHaveLength(before);
});

test("missing keys are one error that names both ways to set them", async () => {
  const env = { REDIS_CLOUD_API_KEY: "", REDIS_CLOUD_API_SECRET_KEY: "" };
  const { exitCode, stdout, stderr } = await project.preview([], { env });
  expect(exitCode).not.toBe(0);
  const [, diagnostics = ""] = (stdout + stderr).split("Diagnostics:");
  expect(diagnostics.match(/error:/g)).toHaveLength(1);
  expect(diagnostics).toContain("pulumi config set --secret redis-cloud:apiKey");
  expect(diagnostics).toContain("REDIS_CLOUD_API_KEY and REDIS_CLOUD_API_SECRET_KEY");
  expect(diagnostics).not.toMatch(/^\s+at .+:\d+:\d+/m);
});

test("nothing was submitted", () => {
  expect(cloud.writes()).toEqual([]);
});
