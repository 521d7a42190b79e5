/** Whether a name matches a pattern, in which `*` stands for any characters. */
export function nameMatches(pattern: string, name: string): boolean {
  return new RegExp(`^${withStars(pattern, ".*")}$`, "s").test(name);
}

/** Whether a path matches a pattern: `*` stands for anything between two slashes, `**` for any rest. */
export function pathMatches(pattern: string, path: string): boolean {
  const parts = pattern.split("**").map((part) => withStars(part, "[^/]*"));
  return new RegExp(`^${parts.join(".*")}$`).test(path);
}

function withStars(pattern: string, star: string): string {
  const literals = pattern.split("*").map((text) => text.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return literals.join(star);
}
