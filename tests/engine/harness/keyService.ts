import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/**
 * Secrets provider of the stacks: a key service such as teams have in their CI. With a passphrase, each command would
 * first derive a key from it, which takes a fifth of a second of CPU time; the tests of the package use one.
 */
export const SECRETS_PROVIDER = "hashivault://tests";

const PREFIX = "vault:v1:";

let server: Promise<Server> | undefined;

/** The environment in which Pulumi reaches the key service of a test file; the first call starts it. */
export async function keyServiceEnvironment(): Promise<Record<string, string>> {
  server ??= startServer();
  const { port } = (await server).address() as AddressInfo;
  return { VAULT_ADDR: `http://127.0.0.1:${port}`, VAULT_TOKEN: "tests" };
}

export async function stopKeyService(): Promise<void> {
  const started = await server;
  server = undefined;
  started?.close();
  started?.closeAllConnections();
}

async function startServer(): Promise<Server> {
  const server = createServer(async (request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ data: await answer(request) }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

/** Encrypts and decrypts like the transit engine of HashiCorp Vault, though with no key. */
async function answer(request: IncomingMessage): Promise<Record<string, string>> {
  const { plaintext, ciphertext } = JSON.parse(await text(request));
  return request.url === "/v1/transit/encrypt/tests"
    ? { ciphertext: `${PREFIX}${plaintext}` }
    : { plaintext: ciphertext.slice(PREFIX.length) };
}
