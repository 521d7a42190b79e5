import { z } from "zod";
import { readOnly } from "../../http/requestFields";

const credentials = {
  accessKeyId: z.string(),
  accessSecretKey: z.string(),
  consoleUsername: z.string(),
  consolePassword: z.string(),
};

/** `POST /cloud-accounts` */
export const cloudAccountCreateRequest = z.strictObject({
  ...credentials,
  name: z.string(),
  provider: z.enum(["AWS", "GCP"]).optional(),
  signInLoginUrl: z.string(),
  commandType: readOnly,
});
export type CloudAccountCreateRequest = z.infer<typeof cloudAccountCreateRequest>;

/** `PUT /cloud-accounts/{cloudAccountId}`: the credentials have to be sent again. */
export const cloudAccountUpdateRequest = z.strictObject({
  ...credentials,
  name: z.string().optional(),
  signInLoginUrl: z.string().optional(),
  cloudAccountId: readOnly,
  commandType: readOnly,
});
export type CloudAccountUpdateRequest = z.infer<typeof cloudAccountUpdateRequest>;
