import fc from "fast-check";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import { aclRole } from "../../provider/resources/aclRole";
import { aclRule } from "../../provider/resources/aclRule";
import { aclUser } from "../../provider/resources/aclUser";
import { activeActiveDatabase } from "../../provider/resources/activeActiveDatabase";
import { activeActiveRegion } from "../../provider/resources/activeActiveRegion";
import { activeActiveSubscription } from "../../provider/resources/activeActiveSubscription";
import { cloudAccount } from "../../provider/resources/cloudAccount";
import { database } from "../../provider/resources/database";
import { essentialsDatabase } from "../../provider/resources/essentialsDatabase";
import { essentialsSubscription } from "../../provider/resources/essentialsSubscription";
import { subscription } from "../../provider/resources/subscription";
import { comparedArguments, NOT_OF_THE_SERVER } from "./pairs/oracle";
import type { Type } from "./pairs/program";
import { versions } from "./pairs/programs";

const DECLARATIONS = {
  CloudAccount: cloudAccount,
  Subscription: subscription,
  Database: database,
  AclRule: aclRule,
  AclRole: aclRole,
  AclUser: aclUser,
  EssentialsSubscription: essentialsSubscription,
  EssentialsDatabase: essentialsDatabase,
  ActiveActiveSubscription: activeActiveSubscription,
  ActiveActiveRegion: activeActiveRegion,
  ActiveActiveDatabase: activeActiveDatabase,
};
/** Arguments that adopt existing resources are not used, and nobody's own keys encrypt what is in several regions. */
const NOT_DRAWN: readonly string[] = ["adopt"];
const NOT_DRAWN_OF: Partial<Record<Type, readonly string[]>> = {
  ActiveActiveSubscription: ["persistentStorageEncryptionKeys"],
  ActiveActiveRegion: ["customerManagedKeyResourceName"],
};

const programs = fc.sample(versions(2, "great"), { seed: 1, numRuns: 2200 });

const ARGUMENTS = Object.entries(DECLARATIONS).flatMap(([type, { fields }]) =>
  Object.entries(fields as AnyDeclaration["fields"])
    .filter(([argument]) => ![...NOT_DRAWN, ...(NOT_DRAWN_OF[type as Type] ?? [])].includes(argument))
    .map(([argument, { schema }]) => ({
      type: type as Type,
      argument,
      isRequired: !schema.safeParse(undefined).success,
    })),
);

test.each(ARGUMENTS)("$argument of a $type is drawn: kept, added, removed, left out", (one) => {
  const { type, argument, isRequired } = one;
  const seen = new Set<string>();
  for (const [before = [], after = []] of programs)
    for (const { name, args } of before.filter((resource) => resource.type === type)) {
      const next = after.find((resource) => resource.name === name);
      if (next) seen.add([args, next.args].map((each) => each[argument] !== undefined).join(" => "));
    }
  const all = ["true => true", "false => true", "true => false", "false => false"];
  expect([...seen].sort()).toEqual(isRequired ? ["true => true"] : all.sort());
});

test.each(ARGUMENTS)("$argument of a $type is compared with what the server holds", ({ type, argument }) => {
  expect([...comparedArguments(type), ...NOT_OF_THE_SERVER]).toContain(argument);
});
