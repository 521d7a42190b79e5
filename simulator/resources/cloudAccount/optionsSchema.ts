import { z } from "zod";

/** Form of `CloudAccountOptions` in JSON. It stands apart, so that the package's public types need no zod. */
export const cloudAccountOptionsSchema = z.strictObject({
  name: z.string(),
  id: z.int().min(2).optional(),
  provider: z.enum(["AWS", "GCP"]).optional(),
  accessKeyId: z.string().optional(),
  signInLoginUrl: z.string().optional(),
});
