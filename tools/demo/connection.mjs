import { execFileSync, spawnSync } from "node:child_process";
import { createConnection } from "node:net";
import { command } from "./headline.mjs";

const TIMEOUT_MS = 3_000;

/**
 * Connects to the database as its user would, and once more with a wrong password.
 *
 * @param {{ endpoint: string, password: string }} database
 */
export function tryConnection({ endpoint, password }) {
  const { hostname: host, port } = new URL(`redis://${endpoint}`);
  if (!isInstalled("redis-server")) {
    console.log(`No redis-server on the PATH, so the simulator's endpoint ${endpoint} is only a name.`);
    return Promise.resolve();
  }
  const ping = isInstalled("redis-cli") ? pingWithCli : pingWithSocket;
  return expectAnswers((secret) => ping(host, Number(port), secret), password);
}

/**
 * @param {(password: string) => string | Promise<string>} ping
 * @param {string} password
 */
async function expectAnswers(ping, password) {
  const welcome = await ping(password);
  console.log(welcome);
  if (!welcome.includes("PONG")) throw new Error(`The database did not answer PING: ${welcome}`);
  const refusal = await ping("a wrong password");
  console.log(refusal);
  if (!/WRONGPASS|NOAUTH/.test(refusal)) throw new Error(`A wrong password was not refused: ${refusal}`);
}

/**
 * @param {string} host
 * @param {number} port
 * @param {string} password
 */
function pingWithCli(host, port, password) {
  command(`redis-cli -h ${host} -p ${port} PING   # ${describe(password)}`);
  // In the environment, since other users on the machine can read arguments.
  const env = { ...process.env, REDISCLI_AUTH: password };
  const args = ["-h", host, "-p", String(port), "PING"];
  const { stdout, stderr } = spawnSync("redis-cli", args, { env, encoding: "utf8", timeout: TIMEOUT_MS });
  return `${stdout}${stderr}`.trim();
}

/**
 * Enough of Redis's protocol for AUTH and PING.
 *
 * @param {string} host
 * @param {number} port
 * @param {string} password
 * @returns {Promise<string>}
 */
function pingWithSocket(host, port, password) {
  command(`AUTH …, PING to ${host}:${port}   # ${describe(password)}`);
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port, timeout: TIMEOUT_MS });
    let answers = "";
    socket.setEncoding("utf8").on("data", (text) => {
      answers += text;
      if (answers.split("\r\n").length <= 2) return; // one answer to each of the two commands
      socket.destroy();
      resolve(answers.trim().replaceAll("\r\n", "\n"));
    });
    socket.on("error", reject);
    socket.on("timeout", () => socket.destroy(new Error(`${host}:${port} does not answer`)));
    socket.write(resp("AUTH", password) + resp("PING"));
  });
}

/** @param {string[]} words */
function resp(...words) {
  const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
  return `*${words.length}\r\n${parts.join("")}`;
}

/** @param {string} password */
function describe(password) {
  return password.startsWith("a wrong")
    ? "with a wrong password"
    : "with the password from the stack's outputs";
}

/** @param {string} program */
function isInstalled(program) {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
