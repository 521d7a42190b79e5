import { z } from "zod";
import { readOnly } from "../../http/requestFields";
import { hashedPassword } from "./password";

const password = z.string().transform(hashedPassword);

/** `POST /acl/users` */
export const aclUserCreateRequest = z.strictObject({
  name: z.string(),
  role: z.string(),
  password,
  commandType: readOnly,
});
export type AclUserCreateRequest = z.infer<typeof aclUserCreateRequest>;

/** `PUT /acl/users/{aclUserId}`: a field that is absent stays. */
export const aclUserUpdateRequest = z.strictObject({
  role: z.string().optional(),
  password: password.optional(),
  userId: readOnly,
  commandType: readOnly,
});
export type AclUserUpdateRequest = z.infer<typeof aclUserUpdateRequest>;
