import { proxyFor } from "../../provider/api/proxy";
import { resolveCredentials } from "../../provider/pulumi/credentials";

const API = "https://api.redislabs.com/v1";
const VARIABLES = ["https_proxy", "http_proxy", "all_proxy", "no_proxy"].flatMap((name) => [
  name,
  name.toUpperCase(),
]);
const inherited = { ...process.env };

beforeEach(() => {
  for (const name of VARIABLES) delete process.env[name];
});
afterEach(() => {
  process.env = { ...inherited };
});

test("plain HTTP to this machine never goes to a proxy", async () => {
  for (const name of VARIABLES) if (!/no_proxy/i.test(name)) process.env[name] = "http://proxy.test:3128";
  expect(proxyFor("http://127.0.0.1:7070/v1")).toBeUndefined();
  expect(proxyFor("http://localhost:7070/v1")).toBeUndefined();
  expect(proxyFor(API)).toBe("http://proxy.test:3128/");
});

test.each([
  ["api.redislabs.com", true],
  ["redislabs.com", true],
  [".redislabs.com", true],
  ["*.redislabs.com", true],
  ["*", true],
  ["localhost, 127.0.0.1,redislabs.com:443", true],
  ["redislabs.com:8443", false],
  ["abs.com", false],
  ["api.redislabs.com.example.com", false],
  ["", false],
])("NO_PROXY=%j excludes the API: %j", (noProxy, isExcluded) => {
  process.env.HTTPS_PROXY = "http://proxy.test:3128";
  process.env.NO_PROXY = noProxy;
  expect(proxyFor(API)).toBe(isExcluded ? undefined : "http://proxy.test:3128/");
});

test.each(["socks5://user:pass-of-ours@proxy.test:1080", "http://user:pass-of-ours@:port"])(
  "what is no HTTP proxy is refused before anything is sent, without its password: %s",
  (named) => {
    process.env.HTTPS_PROXY = named;
    const environment = { REDIS_CLOUD_API_KEY: "account-key", REDIS_CLOUD_API_SECRET_KEY: "user-key" };
    const resolve = () => resolveCredentials(() => undefined, environment);
    expect(resolve).toThrow("HTTPS_PROXY (or ALL_PROXY) in the environment is not the URL of an HTTP proxy");
    expect(resolve).not.toThrow("pass-of-ours");
  },
);
