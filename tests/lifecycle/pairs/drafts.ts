import fc from "fast-check";
import {
  type AclRoleDraft,
  type AclRuleDraft,
  type AclUserDraft,
  aclRoleArguments,
  aclRuleArguments,
  aclUserArguments,
} from "./aclArguments";
import { type ArgumentsOf, drawn, edited, type Kept } from "./arguments";
import { type CloudAccountDraft, cloudAccountArguments } from "./cloudAccountArguments";
import { type DatabaseDraft, databaseArguments } from "./databaseArguments";
import { type SubscriptionDraft, subscriptionArguments } from "./subscriptionArguments";

/** What is drawn of a program: subscriptions, each with what belongs to it. */
export type ProgramDraft = readonly FamilyDraft[];

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

/** A first version: one subscription or two, with up to two databases each. */
export const programDraft: fc.Arbitrary<ProgramDraft> = fc
  .tuple(family(), family())
  .map(([first, second]) => [{ ...first, isThere: true }, second]);

/** The next version: the same with some changes, or with many, or another program altogether. */
export type Edit = "slight" | "great";

export function editedDraft(before: ProgramDraft, edit: Edit): fc.Arbitrary<ProgramDraft> {
  const keeping = (kept: Kept) => fc.tuple(...before.map((family) => editedFamily(family, kept)));
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

const editedMember = <Draft extends object>(
  table: ArgumentsOf<Draft>,
  { isThere, draft }: Member<Draft>,
  kept: Kept,
): fc.Arbitrary<Member<Draft>> =>
  fc.record({ isThere: flipped(isThere, 2 * kept), draft: edited(table, draft, kept) });

const flipped = (is: boolean, times: number): fc.Arbitrary<boolean> =>
  likely(times).map((isKept) => (isKept ? is : !is));
