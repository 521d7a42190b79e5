import { z } from "zod";
import { type Answers, itemsOf } from "../../copy/answers";
import { maybe } from "../../copy/fields";
import type { KindCopy } from "../../copy/kindCopy";
import type { AclRole } from "./state";

const PATH = "/acl/roles";

const shape = z.object({
  id: z.int(),
  name: z.string(),
  redisRules: z.array(
    z.object({
      ruleId: z.int(),
      databases: z.array(
        z.object({ subscriptionId: z.int(), databaseId: z.int(), regions: maybe(z.array(z.string())) }),
      ),
    }),
  ),
  status: z.string(),
});

/** The roles that the answers list. */
export const listedRoles = (answers: Answers): readonly unknown[] => itemsOf(answers[PATH], "roles");

export const aclRoleCopy: KindCopy<AclRole> = {
  reads: () => [{ path: PATH }],
  resources: (answers, context) =>
    context
      .parseAll(shape, listedRoles(answers), ({ id }) => `role ${id}`)
      .map(({ redisRules, ...role }) => ({
        kind: "aclRole",
        ...role,
        rules: redisRules.map(({ ruleId, databases }) => ({
          ruleId,
          databases: databases.map(({ regions, ...database }) => ({
            ...database,
            ...(regions?.length && { regions }),
          })),
        })),
        isSettling: false,
      })),
  states: {
    pending: { to: "active", duration: "aclSettle" },
    active: "rests",
    deleting: { to: "gone", duration: "aclRoleDelete" },
    error: "rests",
  },
};
