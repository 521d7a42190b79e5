import type { Simulator } from "../../../simulator";
import type { Holding } from "./holdings";
import { type Moment, notHeld, notKept, toList } from "./oracle";
import {
  type Args,
  argumentsReferringTo,
  type Program,
  type Reference,
  type Resource,
  resolved,
} from "./program";
import { Server } from "./server";

/** What a preview listed of each resource that was there: the arguments whose change updates or replaces it. */
export type Listed = ReadonlyMap<string, ReadonlySet<string>>;

/** A database that a subscription is created with. */
interface Made {
  readonly name: string;
  readonly quantity?: number;
}

/** What a list of arguments may be wrong in. */
export interface Tolerance {
  listed(argument: string, before: Moment, after: Moment): boolean;
  missed(argument: string): boolean;
}

/** Compares, after each `up`, the program with the server, and what was previewed with what changed there. */
export class Judge {
  private moments = new Map<string, Moment>();
  /** Regions that the last `up` created or replaced. */
  private readonly createdRegions = new Set<string>();
  /** Databases that came with a subscription and nobody took over, by the subscription's ID. */
  private readonly made = new Map<string, readonly string[]>();

  /** @param tolerates what may be listed, or left out of the list, for reasons that are not the provider's. */
  constructor(
    private readonly simulator: Simulator,
    private readonly tolerates: Tolerance = { listed: () => false, missed: () => false },
  ) {}

  /**
   * What is wrong after `up` of a program.
   *
   * @param idOf the Pulumi ID of a resource, by its logical name.
   */
  wrong(program: Program, idOf: (name: string) => string, listed: Listed): readonly string[] {
    const server = new Server(this.simulator);
    const before = this.moments;
    this.moments = new Map();
    this.createdRegions.clear();
    const wrong = program.flatMap((resource) => {
      const id = idOf(resource.name);
      const args = resolved(resource.args, (reference) => this.valueOf(reference, idOf));
      const holding = server.holding(resource.type, id, args.account as string | undefined);
      if (holding === undefined) return [`${resource.name} is not there`];
      const now = { id: momentId(id, holding), args, holding };
      this.moments.set(resource.name, now);
      const then = before.get(resource.name);
      if ("region" in holding && then?.id !== now.id) this.createdRegions.add(resource.name);
      this.noteMade(resource, now, then, program);
      const told = [
        ...notHeld(resource.type, now),
        ...(then ? notKept(resource.type, then, now) : []),
        ...(then ? this.wronglyListed(resource, then, now, listed) : []),
      ];
      return told.map((text) => `${resource.name}: ${text}`);
    });
    return [...wrong, ...this.leftOver(program, server)];
  }

  /** What a reference stands for now; what it refers to precedes. */
  private valueOf({ of, as }: Reference, idOf: (name: string) => string): unknown {
    if (as === "region") {
      const holding = this.moments.get(of)?.holding;
      return holding && "region" in holding ? holding.region.region : undefined;
    }
    if (as === "name") {
      const holding = this.moments.get(of)?.holding;
      if (holding && "aclRule" in holding) return holding.aclRule.name;
      return holding && "aclRole" in holding ? holding.aclRole.name : undefined;
    }
    const id = idOf(of);
    if (as === "databaseId") return Number(id.split("/").at(-1));
    return as === "number" ? Number(id) : id;
  }

  private wronglyListed(
    resource: Resource,
    before: Moment,
    after: Moment,
    listed: Listed,
  ): readonly string[] {
    const { type, name } = resource;
    const { oneOf, allowed } = toList(type, before, after);
    const shown = listed.get(name);
    const missed = oneOf.filter(
      (names) =>
        !names.some((argument) => shown?.has(argument) || (shown && this.tolerates.missed(argument))),
    );
    const mayChange = this.unknownAtPreview(resource);
    const invented = [...(shown ?? [])].filter(
      (argument) =>
        !allowed.has(argument) &&
        !mayChange.includes(argument) &&
        !this.tolerates.listed(argument, before, after),
    );
    const values = (argument: string) => `${said(before.args, argument)} => ${said(after.args, argument)}`;
    return [
      ...missed.map((names) => `${names} changed, and the preview did not list it (${names.map(values)})`),
      ...invented.map(
        (argument) => `the preview listed ${argument}, which did not change (${values(argument)})`,
      ),
    ];
  }

  /** Arguments that refer to a region that was created: a preview cannot know what it will be called. */
  private unknownAtPreview(resource: Resource): readonly string[] {
    return argumentsReferringTo(resource, this.createdRegions);
  }

  private noteMade(
    { type, args }: Resource,
    { id }: Moment,
    then: Moment | undefined,
    program: Program,
  ): void {
    if (type !== "Subscription" || then?.id === id) return;
    const names = ((args.databases ?? []) as Made[]).flatMap(({ name, quantity = 1 }) =>
      quantity === 1 ? [name] : Array.from({ length: quantity }, (_, index) => `${name}-${index + 1}`),
    );
    const taken = program.map((resource) => resource.args.name);
    this.made.set(
      id,
      names.filter((name) => !taken.includes(name)),
    );
  }

  /** What is there and nobody declared. */
  private leftOver(program: Program, server: Server): readonly string[] {
    const names = server.names();
    const count = (type: string) => program.filter((resource) => resource.type === type).length;
    const moments = [...this.moments.values()];
    const declared = moments.flatMap(({ id, holding }) => [
      ...("database" in holding && !("plan" in holding)
        ? [`${holding.database.subscriptionId} ${holding.database.name}`]
        : []),
      ...("subscription" in holding ? (this.made.get(id) ?? []).map((name) => `${id} ${name}`) : []),
    ]);
    const wrong = [
      names.subscriptions.length !== count("Subscription") + count("ActiveActiveSubscription") &&
        `subscriptions: ${names.subscriptions}`,
      names.essentialsSubscriptions.length !== count("EssentialsSubscription") &&
        `Essentials subscriptions: ${names.essentialsSubscriptions}`,
      names.essentialsDatabases.length !== count("EssentialsDatabase") &&
        `Essentials databases: ${names.essentialsDatabases}`,
      names.regions.length !== count("ActiveActiveRegion") && `regions: ${names.regions}`,
      names.aclRules.length !== count("AclRule") && `rules: ${names.aclRules}`,
      names.aclRoles.length !== count("AclRole") && `roles: ${names.aclRoles}`,
      names.aclUsers.length !== count("AclUser") && `users: ${names.aclUsers}`,
      names.cloudAccounts.length !== count("CloudAccount") && `cloud accounts: ${names.cloudAccounts}`,
      names.databases.join() !== declared.sort().join() &&
        `databases: ${names.databases}, and not ${declared.sort()}`,
    ];
    return wrong.flatMap((text) => (text ? [`there are other resources than declared: ${text}`] : []));
  }
}

/** A region that is created again has the same ID, and another network. */
const momentId = (id: string, holding: Holding): string =>
  "region" in holding ? `${id} ${holding.region.vpcId}` : id;

const said = (args: Args, argument: string): string => JSON.stringify(args[argument]) ?? "left out";
