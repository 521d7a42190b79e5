import { z } from "zod";
import { fieldOf, itemsOf } from "../../copy/answers";
import type { KindCopy } from "../../copy/kindCopy";
import { listedRoles } from "../aclRole/copy";
import { hashedPassword } from "./password";
import type { AclUser } from "./state";

const PATH = "/acl/users";

const shape = z.object({ id: z.int(), name: z.string(), role: z.string(), status: z.string() });

/** Characters in the password that a user of a copy has: nobody knows it. */
const PASSWORD_LENGTH = 32;

export const aclUserCopy: KindCopy<AclUser> = {
  reads: () => [{ path: PATH }],
  resources: (answers, context) => {
    const users = context.parseAll(shape, itemsOf(answers[PATH], "users"), ({ id }) => `user ${id}`);
    return users.flatMap(({ role: name, ...user }) => {
      const role = listedRoles(answers).find((one) => fieldOf(one, "name") === name);
      if (role === undefined) {
        context.leaveOut(`user ${user.id} (${user.name})`, `no role is called ${name}`);
        return [];
      }
      return {
        kind: "aclUser" as const,
        ...user,
        roleId: Number(fieldOf(role, "id")),
        passwordHash: hashedPassword(context.random.alphanumeric(PASSWORD_LENGTH)).hash,
        isProvisioned: user.status === "active",
        isSettling: false,
      };
    });
  },
  states: {
    pending: { to: "active", duration: "aclSettle" },
    active: "rests",
    deleting: { to: "gone", duration: "aclUserDelete" },
    error: "rests",
  },
};
