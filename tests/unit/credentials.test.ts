import { ConfigurationError, DEFAULT_BASE_URL, resolveCredentials } from "../../provider/pulumi/credentials";

const inConfig = (values: Record<string, string>) => (key: string) => values[`${key}`];
const nothing = inConfig({});
const keys = { "redis-cloud:apiKey": "account-key", "redis-cloud:apiSecretKey": "user-key" };

/** The error for a configuration. */
function problemOf(...configured: Parameters<typeof resolveCredentials>): ConfigurationError {
  try {
    resolveCredentials(...configured);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
  }
  throw new Error("it was expected to be refused");
}

test("the stack's config is enough; without a base URL, the real API is used", () => {
  expect(resolveCredentials(inConfig(keys), {})).toEqual({
    apiKey: "account-key",
    apiSecretKey: "user-key",
    baseUrl: DEFAULT_BASE_URL,
  });
});

test("the environment is enough", () => {
  const environment = {
    REDIS_CLOUD_API_KEY: "account-key",
    REDIS_CLOUD_API_SECRET_KEY: "user-key",
    REDIS_CLOUD_BASE_URL: "http://127.0.0.1:7070/v1",
  };
  expect(resolveCredentials(nothing, environment)).toEqual({
    apiKey: "account-key",
    apiSecretKey: "user-key",
    baseUrl: "http://127.0.0.1:7070/v1",
  });
});

test("the variables of the vendor's Terraform provider are read as well", () => {
  const environment = {
    REDISCLOUD_ACCESS_KEY: "account-key",
    REDISCLOUD_SECRET_KEY: "user-key",
    REDISCLOUD_URL: "https://api.example.com/v1",
  };
  expect(resolveCredentials(nothing, environment)).toEqual({
    apiKey: "account-key",
    apiSecretKey: "user-key",
    baseUrl: "https://api.example.com/v1",
  });
});

test("the config takes precedence over the environment, and our variables over Terraform's", () => {
  const environment = {
    REDIS_CLOUD_API_KEY: "from-environment",
    REDIS_CLOUD_API_SECRET_KEY: "from-environment",
    REDISCLOUD_ACCESS_KEY: "from-terraform",
    REDISCLOUD_SECRET_KEY: "from-terraform",
  };
  expect(resolveCredentials(inConfig(keys), environment)).toMatchObject({ apiKey: "account-key" });
  expect(resolveCredentials(nothing, environment)).toMatchObject({ apiKey: "from-environment" });
});

test("an empty value counts as missing", () => {
  const environment = { REDIS_CLOUD_API_KEY: "", REDISCLOUD_ACCESS_KEY: "a", REDISCLOUD_SECRET_KEY: "b" };
  expect(resolveCredentials(nothing, environment)).toMatchObject({ apiKey: "a", apiSecretKey: "b" });
});

test("a named account has its own keys, and its own base URL or the common one", () => {
  const accounts = JSON.stringify({
    team: { apiKey: "a", apiSecretKey: "b" },
    local: { apiKey: "c", apiSecretKey: "d", baseUrl: "http://localhost:7070/v1" },
  });
  const config = inConfig({ ...keys, "redis-cloud:accounts": accounts });
  expect(resolveCredentials(config, {}, "team")).toEqual({
    apiKey: "a",
    apiSecretKey: "b",
    baseUrl: DEFAULT_BASE_URL,
  });
  expect(resolveCredentials(config, {}, "local").baseUrl).toBe("http://localhost:7070/v1");
});

test.each([
  ["none", {}],
  ["only one", { "redis-cloud:apiKey": "account-key" }],
])("without keys (%s) the error says how to give them", (_, values) => {
  const problem = problemOf(inConfig(values), {});
  expect(problem.key).toBe("redis-cloud:apiKey");
  expect(problem.message).toContain("pulumi config set --secret redis-cloud:apiKey");
  expect(problem.message).toContain("REDIS_CLOUD_API_SECRET_KEY");
});

test("a named account requires redis-cloud:accounts, and the error shows its form", () => {
  const problem = problemOf(inConfig(keys), {}, "team");
  expect(problem.key).toBe("redis-cloud:accounts");
  expect(problem.message).toContain("Account team is not configured");
  expect(problem.message).toContain(`'{"team": {"apiKey": "…", "apiSecretKey": "…"}}'`);
});

test("for an account that is not configured, the error lists those that are", () => {
  const accounts = JSON.stringify({
    a: { apiKey: "1", apiSecretKey: "2" },
    b: { apiKey: "3", apiSecretKey: "4" },
  });
  const problem = problemOf(inConfig({ "redis-cloud:accounts": accounts }), {}, "team");
  expect(problem.message).toContain("Account team is not in redis-cloud:accounts (configured: a, b)");
});

test.each(["toString", "constructor", "__proto__"])(
  "an account called %s is not found on the prototype",
  (name) => {
    const accounts = JSON.stringify({ team: { apiKey: "1", apiSecretKey: "2" } });
    expect(problemOf(inConfig({ "redis-cloud:accounts": accounts }), {}, name).key).toBe(
      "redis-cloud:accounts",
    );
  },
);

test.each([
  ["no JSON", "team=key"],
  ["a list", '["top-secret"]'],
  ["a missing key", '{"team": {"apiKey": "top-secret"}}'],
  ["an unknown key", '{"team": {"apiKey": "top-secret", "apiSecretKey": "top-secret", "url": "top-secret"}}'],
])("accounts that are no map of accounts (%s) are told by path, without their values", (_, accounts) => {
  const problem = problemOf(inConfig({ "redis-cloud:accounts": accounts }), {}, "team");
  expect(problem.message).toContain("redis-cloud:accounts is not a map of accounts");
  expect(problem.message).not.toContain("top-secret");
});

test.each([
  "https://api.redislabs.com/v1",
  "http://127.0.0.1:7070/v1",
  "http://127.8.8.8:7070/v1",
  "http://localhost:7070/v1",
  "http://[::1]:7070/v1",
])("the keys may go to %s", (baseUrl) => {
  expect(resolveCredentials(inConfig({ ...keys, "redis-cloud:baseUrl": baseUrl }), {}).baseUrl).toBe(baseUrl);
});

test.each([
  "http://api.redislabs.com/v1",
  "http://10.0.0.1/v1",
  "http://0.0.0.0/v1",
  "http://127.0.0.1.example.com/v1",
  "http://localhost.example.com/v1",
  "ftp://127.0.0.1/v1",
])("the keys are not sent unencrypted to %s", (baseUrl) => {
  const problem = problemOf(inConfig({ ...keys, "redis-cloud:baseUrl": baseUrl }), {});
  expect(problem.key).toBe("redis-cloud:baseUrl");
  expect(problem.message).toContain("would send the keys unencrypted");
});

test("an invalid base URL is reported", () => {
  const problem = problemOf(inConfig({ ...keys, "redis-cloud:baseUrl": "api.redislabs.com" }), {});
  expect(problem.message).toContain("redis-cloud:baseUrl is not a URL: api.redislabs.com");
});

test("white space around keys and base URL is ignored", () => {
  const environment = {
    REDIS_CLOUD_API_KEY: " account-key\n",
    REDIS_CLOUD_API_SECRET_KEY: "user-key\r\n",
    REDIS_CLOUD_BASE_URL: "http://127.0.0.1:7070/v1\n",
  };
  const read = { apiKey: "account-key", apiSecretKey: "user-key", baseUrl: "http://127.0.0.1:7070/v1" };
  expect(resolveCredentials(nothing, environment)).toEqual(read);
  const inTeam = { apiKey: "account-key ", apiSecretKey: "\tuser-key", baseUrl: " http://127.0.0.1:7070/v1" };
  const accounts = JSON.stringify({ team: inTeam });
  expect(resolveCredentials(inConfig({ "redis-cloud:accounts": accounts }), {}, "team")).toEqual(read);
});

test("a key of white space only counts as missing", () => {
  const environment = { REDIS_CLOUD_API_KEY: "\n", REDISCLOUD_ACCESS_KEY: "a", REDISCLOUD_SECRET_KEY: "b" };
  expect(resolveCredentials(nothing, environment)).toMatchObject({ apiKey: "a" });
  expect(problemOf(inConfig({ ...keys, "redis-cloud:apiKey": " " }), {}).message).toContain("are missing");
});

test.each(["top secret", "top\nsecret", "top\u0000secret", "top-secret\u201d", "tóp-secret"])(
  "a key that holds what no header can, or no key has, is refused without showing it: %j",
  (key) => {
    const inStack = problemOf(inConfig({ ...keys, "redis-cloud:apiSecretKey": key }), {});
    expect(inStack.key).toBe("redis-cloud:apiSecretKey");
    expect(inStack.message).toMatch(
      /^redis-cloud:apiSecretKey contains a space, a line break or another char/,
    );
    const inEnvironment = problemOf(nothing, { REDISCLOUD_ACCESS_KEY: key, REDISCLOUD_SECRET_KEY: "b" });
    expect(inEnvironment.message).toMatch(/^REDISCLOUD_ACCESS_KEY contains a space/);
    const accounts = JSON.stringify({ team: { apiKey: key, apiSecretKey: "b" } });
    const named = problemOf(inConfig({ "redis-cloud:accounts": accounts }), {}, "team");
    expect(named.message).toMatch(/^redis-cloud:accounts \(team\.apiKey\) contains a space/);
    for (const { message } of [inStack, inEnvironment, named]) expect(message).not.toMatch(/t[oó]p.secret/);
  },
);
