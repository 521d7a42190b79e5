import { createHash } from "node:crypto";
import type { DeclaredOther } from "../engine/programs/chaos/program";
import { AUTO_NAME, type Declared, logicalNameOf, permissionsInWords } from "./declared";
import { type Instance, isThere } from "./instances";
import { called, type Violation } from "./oracle";
import { otherSeen, otherWanted } from "./othersSeen";
import { isLasting } from "./possible";
import type { Session } from "./session";

/** Each declared resource is there, by the API's own answers, and is as it is declared. */
export async function accountViolations(
  session: Session,
  declared: readonly Declared[],
  instances: readonly Instance[],
): Promise<Violation[]> {
  const lasting = declared.filter(({ other }) => other === undefined || isLasting(other));
  const violations = lasting.map(async (one): Promise<Violation[]> => {
    const there = instances.filter((instance) => isThere(instance) && instance.identity === one.identity);
    if (there.length === 0) return [{ what: "lost", text: `${one.identity} is declared and not there` }];
    const differences = await Promise.all(there.map((instance) => differing(session, one, instance)));
    return differences.flat();
  });
  return (await Promise.all(violations)).flat();
}

async function differing(session: Session, declared: Declared, instance: Instance): Promise<Violation[]> {
  const [is, shouldBe] = declared.other
    ? othersOf(session, declared.other, instance)
    : [await seen(session, declared, instance), wanted(declared)];
  return Object.entries(shouldBe)
    .filter(([property, value]) => is[property] !== value)
    .map(([property, value]) => ({
      what: "different",
      text: `${called(instance)}: ${property} is ${is[property]}, not ${value}`,
    }));
}

/**
 * States beside `active` in which a resource is as it should be: a subscription may wait for keys, and an endpoint for its
 * side in Google Cloud or for a decision.
 */
const READY: ReadonlySet<string> = new Set([
  "Subscription encryption_key_pending",
  "PrivateServiceConnectEndpoint initialized",
  "PrivateServiceConnectEndpoint pending",
  "PrivateServiceConnectEndpoint rejected",
  "PrivateServiceConnectEndpointAccepter rejected",
  "TransitGatewayAttachment available",
  "TransitGatewayRoutes available",
]);

/** A peering is accepted after its creation is over: when that fails, nobody is there to see it. */
function othersOf(
  { cloud }: Session,
  other: DeclaredOther,
  instance: Instance,
): readonly [Properties, Properties] {
  const { state, kind, hasFailed } = instance;
  const isExcused = kind === "subscriptionPeering" && hasFailed;
  return [
    {
      status: isExcused || READY.has(`${other.type} ${state}`) ? "active" : state,
      content: otherSeen(other, instance, cloud),
    },
    { status: "active", content: otherWanted(other) },
  ];
}

type Properties = Readonly<Record<string, string | number | boolean | undefined>>;

const wanted = (declared: Declared): Properties => ({
  status: "active",
  name: declared.name ?? `auto-name of ${declared.logicalName}`,
  ...ownWanted(declared),
});

function ownWanted({ kind, datasetSizeInGb, tags, redisRule, redisRules = [], role }: Declared): Properties {
  if (kind === "database") return { datasetSizeInGb, tags: inWords(tags), hasPassword: true };
  if (kind === "aclRule") return { redisRule };
  if (kind === "aclRole") return { redisRules: permissionsInWords(redisRules) };
  if (kind === "aclUser") return { role, hasPassword: true };
  return {};
}

async function seen(session: Session, declared: Declared, instance: Instance): Promise<Properties> {
  const { name } = declared;
  const answer = await answerOf(session, instance);
  const autoName = AUTO_NAME.exec(answer.name)?.[1];
  const common = {
    status: answer.status,
    name: name === undefined && autoName !== undefined ? `auto-name of ${autoName}` : answer.name,
  };
  return { ...common, ...(await ownSeen(session, declared, instance, answer)) };
}

async function ownSeen(
  session: Session,
  { password }: Declared,
  instance: Instance,
  answer: Answer,
): Promise<Properties> {
  const { kind } = instance;
  const { cloud, secrets } = session;
  if (kind === "database")
    return {
      datasetSizeInGb: answer.datasetSizeInGb,
      tags: inWords((await cloud.get<Answer>(`${pathOf(instance)}/tags`)).tags),
      hasPassword: answer.security?.password === secrets.config.databasePassword,
    };
  if (kind === "aclRule") return { redisRule: answer.acl };
  if (kind === "aclRole") {
    const named = answer.redisRules?.map(({ ruleName, databases }) => ({
      rule: logicalNameOf(ruleName) ?? ruleName,
      databases: databases.map(({ databaseName }) => logicalNameOf(databaseName) ?? databaseName),
    }));
    return { redisRules: permissionsInWords(named ?? []) };
  }
  if (kind === "aclUser")
    return {
      role: answer.role && logicalNameOf(answer.role),
      hasPassword: hashOfUser(session, instance) === hashOf(secrets.config[password ?? ""]),
    };
  return {};
}

/** The API has no answer for a single rule or role. */
async function answerOf({ cloud }: Session, instance: Instance): Promise<Answer> {
  const { kind, id } = instance;
  if (kind !== "aclRule" && kind !== "aclRole") return cloud.get<Answer>(pathOf(instance));
  const list = kind === "aclRule" ? "redisRules" : "roles";
  const answers = await cloud.get<Record<typeof list, Answer[]>>(`/acl/${list}`);
  const answer = answers[list].find((one) => one.id === id);
  if (answer === undefined) throw new Error(`/acl/${list} does not list ${id}`);
  return answer;
}

/** No answer contains a user's password, which the simulator keeps as a hash. */
function hashOfUser({ cloud }: Session, { id }: Instance): string | undefined {
  const users = cloud.simulator.state().accounts.flatMap(({ resources }) => resources.aclUser ?? []);
  const user = users.find((one) => one.id === id) as { passwordHash?: string } | undefined;
  return user?.passwordHash;
}

const hashOf = (password = ""): string => createHash("sha256").update(password).digest("hex");

interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What is read of the API's answers. */
interface Answer {
  readonly id?: number;
  readonly status: string;
  readonly name: string;
  readonly datasetSizeInGb?: number;
  readonly security?: { readonly password?: string };
  readonly tags?: readonly Tag[];
  /** The rule itself. */
  readonly acl?: string;
  readonly redisRules?: readonly {
    readonly ruleName: string;
    readonly databases: readonly { readonly databaseName: string }[];
  }[];
  readonly role?: string;
}

function pathOf({ kind, id, subscriptionId }: Instance): string {
  if (kind === "cloudAccount") return `/cloud-accounts/${id}`;
  if (kind === "aclUser") return `/acl/users/${id}`;
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
