import type { Simulator } from "../../../simulator";
import type { AclUser } from "../../../simulator/resources/aclUser/state";
import type { Api } from "../harness";
import { logicalName, ORDER } from "./declared";
import { TYPES } from "./types";
import { permissionsInWords, userInWords } from "./types/accessControl";
import type { Holding, Resources } from "./types/type";

interface Listed {
  readonly id: number;
  readonly name: string;
  readonly status: string;
}

interface ListedSubscription extends Listed {
  readonly deploymentType: string;
}

interface ListedDatabase extends Omit<Listed, "id"> {
  readonly databaseId: number;
  readonly datasetSizeInGb: number;
}

const INTERNAL_CLOUD_ACCOUNT = 1;

export const isOurs = ({ name }: { readonly name: string }): boolean => !name.startsWith("foreign");

interface ListedRule extends Listed {
  readonly acl: string;
  readonly isDefault: boolean;
}

interface ListedRole extends Listed {
  readonly redisRules: readonly {
    readonly ruleName: string;
    readonly databases: readonly { readonly databaseName: string }[];
  }[];
}

interface ListedUser extends Listed {
  readonly role: string;
}

/** What of ours the account holds, as its API tells or, of resources in long lists and tasks, its state. */
export async function holdings(api: Api, simulator: Pick<Simulator, "state">): Promise<readonly Holding[]> {
  const { subscriptions = [] } = (await api.get("/subscriptions")) as {
    subscriptions?: ListedSubscription[];
  };
  const { cloudAccounts = [] } = (await api.get("/cloud-accounts")) as { cloudAccounts?: Listed[] };
  const ours = subscriptions.filter(isOurs);
  const inOneRegion = ours.filter(({ deploymentType }) => deploymentType !== "active-active");
  const databases = await Promise.all(inOneRegion.map(({ id }) => databasesOf(api, id)));
  return [
    ...ours.map((one) => ({
      ...one,
      type: inOneRegion.includes(one) ? ("Subscription" as const) : ("ActiveActiveSubscription" as const),
      id: String(one.id),
      // Where it rests until it has the keys of a program that does not declare them any more, or not yet.
      status: one.status === "encryption_key_pending" ? "active" : one.status,
    })),
    ...databases.flat(),
    ...cloudAccounts
      .filter(({ id }) => id !== INTERNAL_CLOUD_ACCOUNT)
      .map((one) => ({ ...one, type: "CloudAccount" as const, id: String(one.id) })),
    ...(await accessControl(api, simulator)),
    ...heldInState(simulator),
  ];
}

function heldInState(simulator: Pick<Simulator, "state">): readonly Holding[] {
  const resources = resourcesIn(simulator);
  return ORDER.flatMap((type) =>
    (TYPES[type].held?.(resources) ?? []).filter(isOurs).map((one) => ({ ...one, type })),
  );
}

const resourcesIn = (simulator: Pick<Simulator, "state">): Resources =>
  simulator.state().accounts[0]?.resources ?? {};

async function databasesOf(api: Api, subscriptionId: number): Promise<readonly Holding[]> {
  const answer = await api.get(`/subscriptions/${subscriptionId}/databases`);
  const { subscription = [] } = answer as { subscription?: { databases: ListedDatabase[] }[] };
  return subscription
    .flatMap(({ databases }) => databases)
    .map(({ databaseId, name, status, datasetSizeInGb }) => {
      return {
        type: "Database",
        id: `${subscriptionId}/${databaseId}`,
        name,
        status,
        content: `${datasetSizeInGb} GB`,
      };
    });
}

async function accessControl(api: Api, simulator: Pick<Simulator, "state">): Promise<readonly Holding[]> {
  const { redisRules } = (await api.get("/acl/redisRules")) as unknown as { redisRules: ListedRule[] };
  const { roles } = (await api.get("/acl/roles")) as unknown as { roles: ListedRole[] };
  const { users } = (await api.get("/acl/users")) as unknown as { users: ListedUser[] };
  const common = ({ id, name, status }: Listed) => ({ id: String(id), name, status });
  return [
    ...redisRules
      .filter(({ isDefault }) => !isDefault)
      .map((rule) => ({ ...common(rule), type: "AclRule" as const, content: rule.acl })),
    ...roles.map((role) => {
      const content = role.redisRules
        .map(({ ruleName, databases }) =>
          permissionsInWords(
            logicalName(ruleName),
            databases.map(({ databaseName }) => logicalName(databaseName)),
          ),
        )
        .join();
      return { ...common(role), type: "AclRole" as const, content };
    }),
    ...users.map((user) => {
      const content = userInWords(logicalName(user.role), passwordHashOf(user.id, simulator));
      return { ...common(user), type: "AclUser" as const, content };
    }),
  ];
}

/** No answer tells it. */
function passwordHashOf(id: number, simulator: Pick<Simulator, "state">): string {
  const users = (resourcesIn(simulator).aclUser ?? []) as readonly unknown[] as readonly AclUser[];
  return users.find((user) => user.id === id)?.passwordHash ?? "";
}
