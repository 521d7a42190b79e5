import type { Api } from "../harness";
import type { Declared } from "./program";

/** Something of ours that the account holds. */
export interface Holding {
  readonly type: Declared["type"];
  /** As Pulumi's state has it. */
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** Of a database, in GB. */
  readonly size?: number;
}

interface Listed {
  readonly id: number;
  readonly name: string;
  readonly status: string;
}

interface ListedDatabase extends Omit<Listed, "id"> {
  readonly databaseId: number;
  readonly datasetSizeInGb: number;
}

const INTERNAL_CLOUD_ACCOUNT = 1;

export const isOurs = ({ name }: { readonly name: string }): boolean => !name.startsWith("foreign");

/** What of ours the account holds, as its API tells. */
export async function holdings(api: Api): Promise<readonly Holding[]> {
  const { subscriptions = [] } = (await api.get("/subscriptions")) as { subscriptions?: Listed[] };
  const { cloudAccounts = [] } = (await api.get("/cloud-accounts")) as { cloudAccounts?: Listed[] };
  const ours = subscriptions.filter(isOurs);
  const databases = await Promise.all(ours.map(({ id }) => databasesOf(api, id)));
  return [
    ...ours.map((one) => ({ ...one, type: "Subscription" as const, id: String(one.id) })),
    ...databases.flat(),
    ...cloudAccounts
      .filter(({ id }) => id !== INTERNAL_CLOUD_ACCOUNT)
      .map((one) => ({ ...one, type: "CloudAccount" as const, id: String(one.id) })),
  ];
}

async function databasesOf(api: Api, subscriptionId: number): Promise<readonly Holding[]> {
  const answer = await api.get(`/subscriptions/${subscriptionId}/databases`);
  const { subscription = [] } = answer as { subscription?: { databases: ListedDatabase[] }[] };
  return subscription
    .flatMap(({ databases }) => databases)
    .map(({ databaseId, name, status, datasetSizeInGb: size }) => {
      return { type: "Database", id: `${subscriptionId}/${databaseId}`, name, status, size };
    });
}
