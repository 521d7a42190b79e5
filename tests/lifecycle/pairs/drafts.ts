import fc from "fast-check";
import {
  type AclRoleDraft,
  type AclRuleDraft,
  type AclUserDraft,
  aclRoleArguments,
  aclRuleArguments,
  aclUserArguments,
} from "./aclArguments";
import {
  type ActiveActiveDatabaseDraft,
  type ActiveActiveRegionDraft,
  type ActiveActiveSubscriptionDraft,
  activeActiveDatabaseArguments,
  activeActiveRegionArguments,
  activeActiveSubscriptionArguments,
} from "./activeActiveArguments";
import { type ArgumentsOf, drawn, edited, type Kept } from "./arguments";
import { type CloudAccountDraft, cloudAccountArguments } from "./cloudAccountArguments";
import { type DatabaseDraft, databaseArguments } from "./databaseArguments";
import {
  type EssentialsDatabaseDraft,
  type EssentialsSubscriptionDraft,
  essentialsDatabaseArguments,
  essentialsSubscriptionArguments,
} from "./essentialsArguments";
import { type SubscriptionDraft, subscriptionArguments } from "./subscriptionArguments";

/** What is drawn of a program: subscriptions, each with what belongs to it. */
export interface ProgramDraft {
  readonly pro: readonly FamilyDraft[];
  readonly essentials: EssentialsDraft;
  readonly activeActive: ActiveActiveDraft;
}

/** An Essentials subscription and its databases. */
export interface EssentialsDraft {
  readonly isThere: boolean;
  readonly isElsewhere: boolean;
  readonly subscription: EssentialsSubscriptionDraft;
  readonly databases: readonly Member<EssentialsDatabaseDraft>[];
}

/** An Active-Active subscription, the regions that are added to it, and its databases. */
export interface ActiveActiveDraft {
  readonly isThere: boolean;
  readonly isElsewhere: boolean;
  readonly subscription: ActiveActiveSubscriptionDraft;
  readonly regions: readonly Member<ActiveActiveRegionDraft>[];
  readonly databases: readonly Member<ActiveActiveDatabaseDraft>[];
}

/** A subscription, its databases, the cloud account that it may be in, and the access control of the databases. */
export interface FamilyDraft {
  readonly isThere: boolean;
  /** Whether all of it is in another account of Redis Cloud. */
  readonly isElsewhere: boolean;
  readonly subscription: SubscriptionDraft;
  readonly cloudAccount: Member<CloudAccountDraft>;
  readonly databases: readonly Member<DatabaseDraft>[];
  readonly aclRule: Member<AclRuleDraft>;
  readonly aclRoles: readonly Member<AclRoleDraft>[];
  readonly aclUser: Member<AclUserDraft>;
}

/** A resource that may come and go. */
export interface Member<Draft> {
  readonly isThere: boolean;
  readonly draft: Draft;
}

const likely = (times: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight: times, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
const unlikely = (times: number): fc.Arbitrary<boolean> => likely(times).map((is) => !is);

const member = <Draft extends object>(
  table: ArgumentsOf<Draft>,
  isThere: fc.Arbitrary<boolean>,
): fc.Arbitrary<Member<Draft>> => fc.record({ isThere, draft: drawn(table) });

function family(): fc.Arbitrary<FamilyDraft> {
  return fc.record({
    isThere: unlikely(3),
    isElsewhere: unlikely(7),
    subscription: drawn(subscriptionArguments),
    cloudAccount: member(cloudAccountArguments, fc.boolean()),
    databases: fc.tuple(member(databaseArguments, likely(3)), member(databaseArguments, unlikely(2))),
    aclRule: member(aclRuleArguments, fc.boolean()),
    aclRoles: fc.tuple(member(aclRoleArguments, likely(2)), member(aclRoleArguments, unlikely(3))),
    aclUser: member(aclUserArguments, likely(2)),
  });
}

const essentials = (): fc.Arbitrary<EssentialsDraft> =>
  fc.record({
    isThere: fc.boolean(),
    isElsewhere: unlikely(7),
    subscription: drawn(essentialsSubscriptionArguments),
    databases: fc.tuple(
      member(essentialsDatabaseArguments, likely(4)),
      member(essentialsDatabaseArguments, fc.boolean()),
    ),
  });

const activeActive = (): fc.Arbitrary<ActiveActiveDraft> =>
  fc.record({
    isThere: fc.boolean(),
    isElsewhere: unlikely(7),
    subscription: drawn(activeActiveSubscriptionArguments),
    regions: fc.tuple(
      member(activeActiveRegionArguments, likely(2)),
      member(activeActiveRegionArguments, unlikely(2)),
    ),
    databases: fc.tuple(
      member(activeActiveDatabaseArguments, likely(4)),
      member(activeActiveDatabaseArguments, unlikely(2)),
    ),
  });

/** A first version: up to four subscriptions, with up to two databases each. */
export const programDraft: fc.Arbitrary<ProgramDraft> = fc
  .record({ pro: fc.tuple(family(), family()), essentials: essentials(), activeActive: activeActive() })
  .map(({ pro: [first, second], ...others }) => {
    const isAlone = !others.essentials.isThere && !others.activeActive.isThere;
    return { pro: [{ ...first, isThere: isAlone || first.isThere || second.isThere }, second], ...others };
  });

/** The next version: the same with some changes, or with many, or another program altogether. */
export type Edit = "slight" | "great";

export function editedDraft(before: ProgramDraft, edit: Edit): fc.Arbitrary<ProgramDraft> {
  const keeping = (kept: Kept): fc.Arbitrary<ProgramDraft> =>
    fc.record({
      pro: fc.tuple(...before.pro.map((family) => editedFamily(family, kept))),
      essentials: editedEssentials(before.essentials, kept),
      activeActive: editedActiveActive(before.activeActive, kept),
    });
  return edit === "slight"
    ? fc.oneof(keeping(40), keeping(12))
    : fc.oneof({ weight: 3, arbitrary: keeping(4) }, { weight: 1, arbitrary: programDraft });
}

const editedFamily = (before: FamilyDraft, kept: Kept): fc.Arbitrary<FamilyDraft> =>
  fc.record({
    isThere: flipped(before.isThere, 8 * kept),
    isElsewhere: flipped(before.isElsewhere, 8 * kept),
    subscription: edited(subscriptionArguments, before.subscription, kept),
    cloudAccount: editedMember(cloudAccountArguments, before.cloudAccount, kept),
    databases: fc.tuple(
      ...before.databases.map((database) => editedMember(databaseArguments, database, kept)),
    ),
    aclRule: editedMember(aclRuleArguments, before.aclRule, kept),
    aclRoles: fc.tuple(...before.aclRoles.map((role) => editedMember(aclRoleArguments, role, kept))),
    aclUser: editedMember(aclUserArguments, before.aclUser, kept),
  });

const editedEssentials = (before: EssentialsDraft, kept: Kept): fc.Arbitrary<EssentialsDraft> =>
  fc.record({
    isThere: flipped(before.isThere, 8 * kept),
    isElsewhere: flipped(before.isElsewhere, 8 * kept),
    subscription: edited(essentialsSubscriptionArguments, before.subscription, kept),
    databases: fc.tuple(
      ...before.databases.map((one) => editedMember(essentialsDatabaseArguments, one, kept)),
    ),
  });

const editedActiveActive = (before: ActiveActiveDraft, kept: Kept): fc.Arbitrary<ActiveActiveDraft> =>
  fc.record({
    isThere: flipped(before.isThere, 8 * kept),
    isElsewhere: flipped(before.isElsewhere, 8 * kept),
    subscription: edited(activeActiveSubscriptionArguments, before.subscription, kept),
    regions: fc.tuple(...before.regions.map((one) => editedMember(activeActiveRegionArguments, one, kept))),
    databases: fc.tuple(
      ...before.databases.map((one) => editedMember(activeActiveDatabaseArguments, one, kept)),
    ),
  });

const editedMember = <Draft extends object>(
  table: ArgumentsOf<Draft>,
  { isThere, draft }: Member<Draft>,
  kept: Kept,
): fc.Arbitrary<Member<Draft>> =>
  fc.record({ isThere: flipped(isThere, 2 * kept), draft: edited(table, draft, kept) });

const flipped = (is: boolean, times: number): fc.Arbitrary<boolean> =>
  likely(times).map((isKept) => (isKept ? is : !is));
