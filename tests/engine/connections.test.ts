import { execFileSync } from "node:child_process";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

let cloud: RedisCloud | undefined;
let project: PulumiProject | undefined;

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

/** The response of a database to `PING`, in `redis-cli`. */
function ping(endpoint: string, password: string): string {
  const [host = "", port = ""] = endpoint.split(":");
  const args = ["-h", host, "-p", port, "--user", "default", "--no-auth-warning", "PING"];
  const env = { ...process.env, REDISCLI_AUTH: password };
  return execFileSync("redis-cli", args, { encoding: "utf8", env, stdio: "pipe" }).trim();
}

function isOnPath(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const missing = ["redis-server", "redis-cli"].filter((command) => !isOnPath(command));
const whereThereIsRedis = missing.length === 0 ? test : test.skip;
const reason = missing.length === 0 ? "" : ` (SKIPPED: no ${missing.join(" and no ")} on the PATH)`;

whereThereIsRedis(
  `the quickstart's outputs open a connection, and a changed password closes it${reason}`,
  async () => {
    cloud = await startRedisCloud({ redis: "auto" });
    project = await createProject({
      name: "quickstart",
      program: "examples/quickstart",
      env: cloud.env,
      asJavaScript: true,
    });

    await project.up([], { mustSucceed: true });
    const before = await connection(project);
    expect(ping(before.endpoint, before.password)).toBe("PONG");
    expect(ping(before.endpoint, "wrong")).toContain("NOAUTH");

    await project.setConfig("redis-cloud-quickstart:cachePassword", "a password of my own", { secret: true });
    await project.up([], { mustSucceed: true });
    const after = await connection(project);
    expect(after).toEqual({ endpoint: before.endpoint, password: "a password of my own" });
    expect(ping(after.endpoint, after.password)).toBe("PONG");
    expect(ping(after.endpoint, before.password)).toContain("NOAUTH");
  },
);

async function connection(of: PulumiProject) {
  const { endpoint, password } = await of.outputs({ showSecrets: true });
  return { endpoint: String(endpoint), password: String(password) };
}
