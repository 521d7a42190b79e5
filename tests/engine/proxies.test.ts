import path from "node:path";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";
import { startCommand } from "./harness/command";
import { repository } from "./harness/engine";
import { CERTIFICATE_FILE, type ProxyOptions, type ProxyServer, startProxy } from "./harness/proxy";

let cloud: RedisCloud;
let proxy: ProxyServer | undefined;
let project: PulumiProject | undefined;

beforeAll(async () => {
  cloud = await startRedisCloud();
});
afterEach(async () => {
  await project?.dispose();
  await proxy?.close();
  proxy = undefined;
});
afterAll(() => cloud?.close());

/** A proxy with the API behind it, and the environment of a machine that only reaches the API through it. */
async function startProxyToApi(options: Omit<ProxyOptions, "apiPort"> = {}) {
  const started = await startProxy({ apiPort: Number(new URL(cloud.simulator.url).port), ...options });
  proxy = started;
  const env = {
    ...cloud.env,
    REDIS_CLOUD_BASE_URL: started.apiUrl,
    NODE_EXTRA_CA_CERTS: CERTIFICATE_FILE,
  };
  return { proxy: started, env };
}

/** Runs the command `tasks` for the account behind a proxy. */
async function lookAtTasks(
  options: Omit<ProxyOptions, "apiPort">,
  more: (proxy: ProxyServer) => NodeJS.ProcessEnv,
) {
  const { proxy, env } = await startProxyToApi(options);
  return startCommand(process.execPath, [path.join(repository, "dist/cli/index.js"), "tasks", "--json"], {
    cwd: "/",
    env: { PATH: process.env.PATH, ...env, ...more(proxy) },
  }).result;
}

test.each(["HTTPS_PROXY", "https_proxy"])(
  "a stack goes up and down through the proxy of %s",
  async (name) => {
    const { proxy, env } = await startProxyToApi({ credentials: "user:pass-of-ours" });
    const named = proxy.url.replace("://", "://user:pass-of-ours@");
    project = await createProject({
      name: "proxied",
      program: "shop",
      // In lower case, Pulumi's own gRPC also uses it, even for the local engine.
      env: { ...env, [name]: named, no_proxy: "localhost,127.0.0.1" },
      isInline: false,
    });
    const up = await project.up([], { mustSucceed: true });
    expect(up.stdout).toMatch(/cache.*active/);
    await project.destroy([], { mustSucceed: true });
    expect(new Set(proxy.connected)).toEqual(new Set(["api.redis.test:443"]));
    // Connections are reused: there are far more requests than connections.
    expect(cloud.simulator.record.requests.length).toBeGreaterThan(4 * proxy.connected.length);
    expect(JSON.stringify([up, await project.exportState()])).not.toContain("pass-of-ours");
  },
);

test.each(["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])(
  "the command line reaches the API through the proxy of %s, by one connection",
  async (name) => {
    const { exitCode, stderr, stdout } = await lookAtTasks({}, ({ url }) => ({ [name]: url }));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toBeDefined();
    expect(new Set(proxy?.connected)).toEqual(new Set(["api.redis.test:443"]));
  },
);

test("a proxy may require a user and password, and its URL may omit the scheme", async () => {
  const credentials = "user:p@ss-of-ours";
  const { exitCode } = await lookAtTasks({ credentials }, ({ url }) => ({
    HTTPS_PROXY: `user:p%40ss-of-ours@${new URL(url).host}`,
  }));
  expect(exitCode).toBe(0);
});

test.each([
  ["asks for another password", { credentials: "user:another" }, 407],
  ["does not connect to the API", { refuses: 403 }, 403],
])("a proxy that %s is told at once, without its password", async (_, options, status) => {
  const start = Date.now();
  const { exitCode, stderr } = await lookAtTasks(options, ({ url }) => ({
    HTTPS_PROXY: url.replace("://", "://user:pass-of-ours@"),
  }));
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain(`the proxy ${proxy?.url} answers ${status}. Nothing was sent. Check HTTPS_PROXY`);
  expect(stderr).not.toContain("pass-of-ours");
  expect(Date.now() - start).toBeLessThan(10_000);
});

test.each(["NO_PROXY", "no_proxy"])("what %s names is not asked of the proxy", async (name) => {
  const { stderr } = await lookAtTasks({}, ({ url, tlsPort }) => ({
    HTTPS_PROXY: url,
    [name]: "localhost",
    REDIS_CLOUD_BASE_URL: `https://localhost:${tlsPort}/v1`,
  }));
  // The certificate is for another host, which shows where the request went.
  expect(stderr).toContain("Nothing was sent: the certificate is for another host.");
  expect(proxy?.connected).toEqual([]);
});

test("a private certificate authority fails at once, and the error names the variable that adds it", async () => {
  const start = Date.now();
  const { exitCode, stderr } = await lookAtTasks({}, ({ url }) => ({
    HTTPS_PROXY: url,
    NODE_EXTRA_CA_CERTS: undefined,
  }));
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain("DEPTH_ZERO_SELF_SIGNED_CERT");
  expect(stderr).toContain(
    "set NODE_EXTRA_CA_CERTS to the file with the authority's certificate and run again.",
  );
  expect(Date.now() - start).toBeLessThan(10_000);
});
