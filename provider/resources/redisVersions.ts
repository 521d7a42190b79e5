/** Whether one version comes before another. `8` and `8.2` are not before each other. */
export function isEarlier(version: string, than: string): boolean {
  const [parts = [], others = []] = [version, than].map((each) => each.split(".").map(Number));
  const at = parts.findIndex((part, index) => part !== (others[index] ?? part));
  return at >= 0 && (parts[at] ?? 0) < (others[at] ?? 0);
}

/** From Redis 8 on, search, JSON, time series and probabilistic data are part of Redis. */
export const hasModulesBuiltIn = (version: string): boolean => Number.parseInt(version, 10) >= 8;
