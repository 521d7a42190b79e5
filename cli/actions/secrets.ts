/** What a URI contains that grants access: all of it, and the password or key in it. */
export function secretsIn(uri: string): readonly string[] {
  const userInfo = /^\w[\w+.-]*:\/\/(.*)@/.exec(uri)?.[1] ?? "";
  const password = userInfo.slice(userInfo.indexOf(":") + 1);
  return [uri, password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
