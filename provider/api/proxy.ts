import { getProxyForUrl } from "proxy-from-env";

/** The environment names a proxy that cannot be used. The message does not show it: it may hold a password. */
export class ProxyConfigurationError extends Error {
  override readonly name = "ProxyConfigurationError";
}

/**
 * Returns the proxy for requests to the API: that of `HTTPS_PROXY` (else `ALL_PROXY`), unless `NO_PROXY` names the host
 * or one of its parent domains. The lower-case variables take precedence. Plain HTTP goes only to this machine, and
 * never to a proxy.
 *
 * @returns undefined when requests go to the API directly.
 * @throws {@link ProxyConfigurationError}
 */
export function proxyFor(baseUrl: string): string | undefined {
  const url = new URL(baseUrl);
  if (url.protocol !== "https:") return undefined;
  const proxies = domainsOf(url.hostname).map((hostname) => getProxyForUrl(withHostname(url, hostname)));
  const [found] = proxies;
  if (!found || proxies.includes("")) return undefined;
  const proxy = parseUrl(hasScheme(found) ? found : found.replace(/^https:/, "http:"));
  const isUsable = proxy !== undefined && ["http:", "https:"].includes(proxy.protocol);
  if (!isUsable) throw new ProxyConfigurationError(UNUSABLE);
  return proxy.href;
}

/** Returns the URL of the proxy without credentials. */
export function displayProxy(proxy: string): string {
  const { protocol, host } = new URL(proxy);
  return `${protocol}//${host}`;
}

const UNUSABLE =
  "HTTPS_PROXY (or ALL_PROXY) in the environment is not the URL of an HTTP proxy: set it to http://host:port, " +
  "or exclude the API with NO_PROXY.";

/** Returns the host and its parent domains: an entry of `NO_PROXY` covers its subdomains, as for curl and Go. */
function domainsOf(hostname: string): readonly string[] {
  const isAddress = /^\[|^[\d.]+$/.test(hostname);
  if (isAddress) return [hostname];
  const labels = hostname.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
}

function withHostname(url: URL, hostname: string): URL {
  const other = new URL(url);
  other.hostname = hostname;
  return other;
}

/** Whether the environment gives the proxy with a scheme. The library would add `https`; curl assumes `http`. */
const hasScheme = (proxy: string): boolean => Object.values(process.env).includes(proxy);

function parseUrl(proxy: string): URL | undefined {
  try {
    return new URL(proxy);
  } catch {
    return undefined;
  }
}
