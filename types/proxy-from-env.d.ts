/** The part of `proxy-from-env` that is used here; the package brings no types. */
declare module "proxy-from-env" {
  /** The proxy that the environment names for requests to the URL; an empty string for none. */
  export function getProxyForUrl(url: string | URL): string;
}
