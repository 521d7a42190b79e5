import fc from "fast-check";
import { aclRoleOf, aclRuleOf, aclUserOf } from "./accessControl";
import { activeActiveDatabaseOf, activeActiveRegionOf, activeActiveSubscriptionOf } from "./activeActive";
import { only } from "./arguments";
import { cloudAccountOf, databaseOf, subscriptionOf } from "./assembled";
import {
  type ActiveActiveDraft,
  type Edit,
  type EssentialsDraft,
  editedDraft,
  type FamilyDraft,
  type ProgramDraft,
  programDraft,
} from "./drafts";
import { essentialsDatabaseOf, essentialsSubscriptionOf, hasRoom } from "./essentials";
import { keysOf } from "./keys";
import { type Args, type Program, type Resource, resourceOf } from "./program";

/** The program of a draft, after the one before it. */
function programOf(draft: ProgramDraft, before: Program = []): Program {
  const { pro, essentials, activeActive } = draft;
  return [
    ...pro.flatMap((family, index) => (family.isThere ? familyOf(family, index, before) : [])),
    ...(essentials.isThere ? inItsAccount(essentials, essentialsOf(essentials, before)) : []),
    ...(activeActive.isThere ? inItsAccount(activeActive, activeActiveOf(activeActive, before)) : []),
  ];
}

/** The same in the other account, if that is where it is. */
function inItsAccount({ isElsewhere }: { readonly isElsewhere: boolean }, program: Program): Program {
  if (!isElsewhere) return program;
  return program.map(({ args, ...resource }) =>
    paidByContract({ ...resource, args: { ...args, account: "elsewhere" } }),
  );
}

function essentialsOf(
  { subscription: drawn, databases, isElsewhere }: EssentialsDraft,
  before: Program,
): Program {
  const account = isElsewhere ? "elsewhere" : undefined;
  const subscription = essentialsSubscriptionOf("essentials-0", account, drawn, before);
  return [
    subscription,
    ...databases.flatMap(({ isThere, draft }, number) => {
      if (!isThere || !hasRoom(number, subscription, account, before)) return [];
      return [essentialsDatabaseOf(`${subscription.name}-${number}`, subscription, draft, before)];
    }),
  ];
}

function activeActiveOf(
  { subscription: drawn, regions, databases }: ActiveActiveDraft,
  before: Program,
): Program {
  const subscription = activeActiveSubscriptionOf("active-active-0", drawn);
  const added = regions.map(({ isThere, draft }, number) =>
    isThere ? activeActiveRegionOf(`region-0-${number}`, number, subscription, draft) : undefined,
  );
  return [
    subscription,
    ...added.filter((region) => region !== undefined),
    ...databases.flatMap(({ isThere, draft }, number) => {
      const place = { name: `${subscription.name}-${number}`, number, subscription, regions: added };
      return isThere ? [activeActiveDatabaseOf(place, draft, before)] : [];
    }),
  ];
}

function familyOf({ isElsewhere, ...family }: FamilyDraft, index: number, before: Program): Program {
  const account: Args = isElsewhere ? { account: "elsewhere" } : {};
  const [main, own] = [`subscription-${index}`, `cloud-account-${index}`];
  const cloudAccount = family.cloudAccount.isThere
    ? cloudAccountOf(own, family.cloudAccount.draft)
    : undefined;
  const canBeOwn = cloudAccount?.args.provider !== "GCP" ? cloudAccount : undefined;
  const there = resourceOf(before, main);
  const keys = keysOf(family.subscription, canBeOwn !== undefined, account.account, there);
  const memoryStorage = keys === "given" ? there?.args.memoryStorage : family.subscription.memoryStorage;
  const hasFlash = memoryStorage === "ram-and-flash";
  const databases = family.databases.flatMap(({ isThere, draft }, number) =>
    isThere && keys !== "waiting"
      ? [databaseOf({ name: `${main}-${number}`, number, subscription: main, hasFlash }, draft, before)]
      : [],
  );
  const accessControl = accessControlOf(
    family,
    index,
    databases.map(({ resource }) => resource),
  );
  const subscription = subscriptionOf(main, family.subscription, canBeOwn, databases, {
    keys,
    before: there,
  });
  const resources = [
    ...(cloudAccount ? [cloudAccount] : []),
    subscription,
    ...databases.map(({ resource }) => resource),
    ...accessControl,
  ];
  const placed = resources.map((resource) => ({ ...resource, args: { ...resource.args, ...account } }));
  return isElsewhere ? placed.map(paidByContract) : placed;
}

/** The rule, the roles and the user of a family, as far as they can be there. */
function accessControlOf(
  { aclRule, aclRoles, aclUser }: Pick<FamilyDraft, "aclRule" | "aclRoles" | "aclUser">,
  index: number,
  resources: readonly Resource[],
): Program {
  const rule = aclRule.isThere ? aclRuleOf(`acl-rule-${index}`, aclRule.draft) : undefined;
  const databases = new Map(resources.map((resource) => [Number(resource.name.at(-1)), resource]));
  const roles = aclRoles.flatMap(({ isThere, draft }, number) => {
    const role = isThere && aclRoleOf(`acl-role-${index}-${number}`, draft, { databases, rule });
    return role ? [role] : [];
  });
  const user = aclUser.isThere ? aclUserOf(`acl-user-${index}`, aclUser.draft, roles) : undefined;
  return [...(rule ? [rule] : []), ...roles, ...(user ? [user] : [])];
}

/** The account elsewhere pays by contract: a payment method is refused there. */
const paidByContract = ({ args, ...resource }: Resource): Resource => ({
  ...resource,
  args: only(args, ([name]) => name !== "paymentMethod" && name !== "paymentMethodId"),
});

/** Random valid programs, each the next version of the one before it. */
export function versions(count: number, edit?: Edit): fc.Arbitrary<readonly Program[]> {
  const next = (before: ProgramDraft) =>
    edit === undefined
      ? fc.oneof(editedDraft(before, "slight"), editedDraft(before, "great"))
      : editedDraft(before, edit);
  let drafts = programDraft.map((draft): readonly ProgramDraft[] => [draft]);
  for (let version = 1; version < count; version++)
    drafts = drafts.chain((before) => next(before.at(-1) as ProgramDraft).map((draft) => [...before, draft]));
  return drafts.map((all) => {
    const programs: Program[] = [];
    for (const draft of all) programs.push(programOf(draft, programs.at(-1)));
    return programs;
  });
}
