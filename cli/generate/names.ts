/** A preferred name, and an alternative if the name is not unique. */
interface Wanted {
  /** Where it must be unique. */
  readonly scope: string;
  readonly name: string;
  readonly longer: string;
}

/** Returns the preferred names, or the longer ones where they collide. */
export function uniqueNames(all: readonly Wanted[]): readonly string[] {
  const counts = new Map<string, number>();
  const keyOf = ({ scope, name }: Wanted) => `${scope} ${name}`;
  for (const wanted of all) counts.set(keyOf(wanted), (counts.get(keyOf(wanted)) ?? 0) + 1);
  return all.map((wanted) => (counts.get(keyOf(wanted)) === 1 ? wanted.name : wanted.longer));
}

/** Names that a variable cannot have. */
const TAKEN =
  /^(await|break|case|catch|class|config|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|pulumi|rediscloud|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield|arguments)$/;

/** Variable name for a resource of that name. */
export function variable(name: string, kind: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const camel = words.map((word, index) => {
    const first = word.charAt(0);
    return (index === 0 ? first.toLowerCase() : first.toUpperCase()) + word.slice(1);
  });
  const joined = camel.join("");
  const isUsable = /^[A-Za-z]/.test(joined) && !TAKEN.test(joined);
  return isUsable ? joined : `${kind}${joined.charAt(0).toUpperCase()}${joined.slice(1)}`;
}
