import { AUTO_NAME, type Declared } from "./declared";
import { type Instance, isThere } from "./instances";
import { called, type Violation } from "./oracle";
import type { Session } from "./session";

/** Each declared resource is there, by the API's own answers, and is as it is declared. */
export async function accountViolations(
  session: Session,
  declared: readonly Declared[],
  instances: readonly Instance[],
): Promise<Violation[]> {
  const violations = declared.map(async (one): Promise<Violation[]> => {
    const there = instances.filter((instance) => isThere(instance) && instance.identity === one.identity);
    if (there.length === 0) return [{ what: "lost", text: `${one.identity} is declared and not there` }];
    const differences = await Promise.all(there.map((instance) => differing(session, one, instance)));
    return differences.flat();
  });
  return (await Promise.all(violations)).flat();
}

async function differing(session: Session, declared: Declared, instance: Instance): Promise<Violation[]> {
  const [is, shouldBe] = [await seen(session, declared, instance), wanted(declared)];
  return Object.entries(shouldBe)
    .filter(([property, value]) => is[property] !== value)
    .map(([property, value]) => ({
      what: "different",
      text: `${called(instance)}: ${property} is ${is[property]}, not ${value}`,
    }));
}

type Properties = Readonly<Record<string, string | number | boolean | undefined>>;

const wanted = ({ kind, logicalName, name, datasetSizeInGb, tags }: Declared): Properties => ({
  status: "active",
  name: name ?? `auto-name of ${logicalName}`,
  ...(kind === "database" ? { datasetSizeInGb, tags: inWords(tags), hasPassword: true } : {}),
});

async function seen(
  { cloud, secrets }: Session,
  { name }: Declared,
  instance: Instance,
): Promise<Properties> {
  const answer = await cloud.get<Answer>(pathOf(instance));
  const autoName = AUTO_NAME.exec(answer.name)?.[1];
  const common = {
    status: answer.status,
    name: name === undefined && autoName !== undefined ? `auto-name of ${autoName}` : answer.name,
  };
  if (instance.kind !== "database") return common;
  return {
    ...common,
    datasetSizeInGb: answer.datasetSizeInGb,
    tags: inWords((await cloud.get<Answer>(`${pathOf(instance)}/tags`)).tags),
    hasPassword: answer.security?.password === secrets.config.databasePassword,
  };
}

interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What is read of the API's answers. */
interface Answer {
  readonly status: string;
  readonly name: string;
  readonly datasetSizeInGb?: number;
  readonly security?: { readonly password?: string };
  readonly tags?: readonly Tag[];
}

function pathOf({ kind, id, subscriptionId }: Instance): string {
  if (kind === "cloudAccount") return `/cloud-accounts/${id}`;
  return kind === "subscription"
    ? `/subscriptions/${id}`
    : `/subscriptions/${subscriptionId}/databases/${id}`;
}

/** The API tells the times of tags, too. */
const inWords = (tags: readonly Tag[] = []): string =>
  tags
    .map(({ key, value }) => `${key}=${value}`)
    .sort()
    .join(" ");
