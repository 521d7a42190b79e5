import type { Simulator } from "../../../simulator";
import type { Task } from "../../../simulator/resource";
import type { AclRole } from "../../../simulator/resources/aclRole/state";
import type { AclRule } from "../../../simulator/resources/aclRule/state";
import type { AclUser } from "../../../simulator/resources/aclUser/state";
import type { CloudAccountCreateRequest } from "../../../simulator/resources/cloudAccount/requests";
import type { CloudAccount } from "../../../simulator/resources/cloudAccount/state";
import type { Database } from "../../../simulator/resources/database/state";
import type { EssentialsDatabase } from "../../../simulator/resources/essentialsDatabase/state";
import { findPlan } from "../../../simulator/resources/essentialsSubscription/plans";
import type { EssentialsSubscription } from "../../../simulator/resources/essentialsSubscription/state";
import type {
  RegionSpec,
  SubscriptionCreateRequest,
} from "../../../simulator/resources/subscription/requests";
import type { Subscription } from "../../../simulator/resources/subscription/state";
import type { CloudAccountHolding, Holding } from "./holdings";
import type { Type } from "./program";

/** The names that programs have for the simulator's accounts. */
const ACCOUNTS = ["default", "elsewhere"] as const;

/** All that the server holds at one moment, looked at from behind. */
export class Server {
  private readonly accounts: ReturnType<Simulator["state"]>["accounts"];

  constructor(simulator: Simulator) {
    this.accounts = simulator.state().accounts;
  }

  /** A resource by its Pulumi ID, in the account where it is declared to be. */
  holding(type: Type, id: string, account: string = ACCOUNTS[0]): Holding | undefined {
    const { subscriptions, databases, cloudAccounts } = this.account(account);
    const [first, second] = id.split("/").map(Number);
    if (type === "EssentialsSubscription" || type === "EssentialsDatabase")
      return this.essentialsHolding(first, second, account);
    if (type === "ActiveActiveRegion") {
      const { regions = [] } = subscriptions.find((one) => one.id === first) ?? {};
      const region = regions.find((one) => one.region === id.split("/")[1]);
      return region && { account, region, inSubscription: first ?? 0 };
    }
    if (type === "Database" || type === "ActiveActiveDatabase") {
      const database = databases.find((one) => one.id === second && one.subscriptionId === first);
      return database && { account, database };
    }
    if (type === "Subscription" || type === "ActiveActiveSubscription") {
      const subscription = subscriptions.find((one) => one.id === first);
      return subscription && { account, subscription, networking: this.networking(account, subscription) };
    }
    if (type !== "CloudAccount") return this.aclHolding(type, first, account);
    const cloudAccount = cloudAccounts.find((one) => one.id === first);
    return cloudAccount && { account, cloudAccount, sent: this.sent(account, cloudAccount) };
  }

  private essentialsHolding(first: number | undefined, second: number | undefined, account: string) {
    const { essentialsSubscriptions, essentialsDatabases } = this.account(account);
    const subscription = essentialsSubscriptions.find((one) => one.id === first);
    if (second === undefined) return subscription && { account, subscription };
    const database = essentialsDatabases.find((one) => one.id === second && one.subscriptionId === first);
    const plan = subscription && findPlan(subscription.planId);
    return database && plan && { account, database, plan };
  }

  private aclHolding(
    type: "AclRule" | "AclRole" | "AclUser",
    id: number | undefined,
    account: string,
  ): Holding | undefined {
    const { aclRules, aclRoles, aclUsers } = this.account(account);
    const nameIn = (several: readonly { id: number; name: string }[], other: number): string =>
      several.find((one) => one.id === other)?.name ?? "gone";
    if (type === "AclRule") {
      const aclRule = aclRules.find((one) => one.id === id);
      return aclRule && { account, aclRule };
    }
    if (type === "AclUser") {
      const aclUser = aclUsers.find((one) => one.id === id);
      return aclUser && { account, aclUser, role: nameIn(aclRoles, aclUser.roleId) };
    }
    const aclRole = aclRoles.find((one) => one.id === id);
    const redisRules = aclRole?.rules.map(({ ruleId, databases }) => {
      return { ruleName: nameIn(aclRules, ruleId), databases };
    });
    return aclRole && { account, aclRole, redisRules: redisRules ?? [] };
  }

  /** Names of all that is there and stays: a subscription's databases by the ID of the subscription. */
  names() {
    const all = ACCOUNTS.map((name) => this.account(name));
    const namesOf = (of: (account: (typeof all)[number]) => readonly { name: string }[]) =>
      all.flatMap((account) => of(account).map(({ name }) => name)).sort();
    return {
      essentialsSubscriptions: namesOf(({ essentialsSubscriptions }) => essentialsSubscriptions),
      essentialsDatabases: namesOf(({ essentialsDatabases }) => essentialsDatabases),
      regions: all.flatMap(({ subscriptions }) =>
        subscriptions.flatMap(({ id, regions = [] }) =>
          regions.slice(2).map(({ region }) => `${id}/${region}`),
        ),
      ),
      subscriptions: namesOf(({ subscriptions }) => subscriptions),
      cloudAccounts: namesOf(({ cloudAccounts }) => cloudAccounts.slice(1)),
      aclRules: namesOf(({ aclRules }) => aclRules.filter(({ isDefault }) => !isDefault)),
      aclRoles: namesOf(({ aclRoles }) => aclRoles),
      aclUsers: namesOf(({ aclUsers }) => aclUsers),
      databases: all
        .flatMap(({ databases }) => databases.filter(({ status }) => status !== "delete-pending"))
        .map(({ name, subscriptionId }) => `${subscriptionId} ${name}`)
        .sort(),
    };
  }

  private account(name: string) {
    const account = this.accounts[(ACCOUNTS as readonly string[]).indexOf(name)];
    if (account === undefined) throw new Error(`there is no account ${name}`);
    const { resources, tasks } = account;
    return {
      tasks,
      subscriptions: (resources.subscription ?? []) as Subscription[],
      databases: (resources.database ?? []) as Database[],
      cloudAccounts: (resources.cloudAccount ?? []) as CloudAccount[],
      essentialsSubscriptions: (resources.essentialsSubscription ?? []) as EssentialsSubscription[],
      essentialsDatabases: (resources.essentialsDatabase ?? []) as EssentialsDatabase[],
      aclRules: (resources.aclRule ?? []) as AclRule[],
      aclRoles: (resources.aclRole ?? []) as AclRole[],
      aclUsers: (resources.aclUser ?? []) as AclUser[],
    };
  }

  private networking(account: string, { id }: Subscription): RegionSpec["networking"] {
    const command = this.tasksFor(account, id).find(
      ({ commandType }) => commandType === "subscriptionCreateRequest",
    );
    const request = command?.body as SubscriptionCreateRequest | undefined;
    return request?.cloudProviders[0]?.regions[0]?.networking;
  }

  private sent(account: string, { id }: CloudAccount): CloudAccountHolding["sent"] {
    const command = this.tasksFor(account, id).findLast(({ commandType }) =>
      ["cloudAccountCreateRequest", "cloudAccountUpdateRequest"].includes(commandType),
    );
    return (command?.body as CloudAccountCreateRequest | undefined) ?? {};
  }

  private tasksFor(account: string, id: number): Task["command"][] {
    return this.account(account)
      .tasks.filter(
        ({ status, response }) => status === "processing-completed" && response?.resourceId === id,
      )
      .map(({ command }) => command);
  }
}
