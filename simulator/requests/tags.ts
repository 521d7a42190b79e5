import { z } from "zod";
import { readOnly } from "./common";

const { commandType } = readOnly;

/** `PUT …/databases/{databaseId}/tags`: replaces all tags. */
export const databaseTagsUpdateRequest = z.strictObject({
  ...readOnly,
  tags: z.array(z.strictObject({ key: z.string(), value: z.string(), commandType })),
});

/** `POST …/databases/{databaseId}/tags`: adds one tag. */
export const databaseTagCreateRequest = z.strictObject({ ...readOnly, key: z.string(), value: z.string() });

/** `PUT …/databases/{databaseId}/tags/{tagKey}`: the key in the path counts. */
export const databaseTagUpdateRequest = z.strictObject({
  ...readOnly,
  key: z.unknown().optional(),
  value: z.string(),
});
