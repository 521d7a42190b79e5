import { z } from "zod";
import type { UserOptions } from "./accountUserOptions";

const OWNER: UserOptions = { name: "Simulated owner", email: "owner@example.com" };

export const userSchema: z.ZodType<UserOptions> = z.strictObject({
  id: z.int().min(1).optional(),
  name: z.string().min(1),
  email: z.string().min(1),
  role: z
    .enum(["Owner", "Member", "Viewer", "Logs Viewer (API use only)", "Manager", "Billing Admin"])
    .optional(),
  hasApiKey: z.boolean().optional(),
});

/** The members of the team; the first one is the owner of the API keys. */
export function usersFrom(users: readonly UserOptions[] = [OWNER]): Required<UserOptions>[] {
  return users.map((user, index) => ({
    id: index + 1,
    role: index === 0 ? "Owner" : "Member",
    hasApiKey: index === 0,
    ...user,
  }));
}

/** A member as `GET /users` returns it. */
export const userAnswer = (user: Required<UserOptions>) => ({
  ...user,
  signUp: "",
  userType: "Local",
  options: {
    billing: user.role === "Owner",
    emailAlerts: false,
    operationalEmails: false,
    mfaEnabled: false,
  },
});
