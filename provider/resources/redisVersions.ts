/** Whether one version is earlier than another. Neither of `8` and `8.2` is earlier. */
export function isEarlier(version: string, than: string): boolean {
  const [parts = [], others = []] = [version, than].map((each) => each.split(".").map(Number));
  const at = parts.findIndex((part, index) => part !== (others[index] ?? part));
  return at >= 0 && (parts[at] ?? 0) < (others[at] ?? 0);
}

/** From Redis 8 on, search, JSON, time series and probabilistic data structures are built in. */
export const hasModulesBuiltIn = (version: string): boolean => Number.parseInt(version, 10) >= 8;
