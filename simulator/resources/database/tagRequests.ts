import { z } from "zod";
import { readOnly } from "../../http/requestFields";
import { ignored } from "./requests";

const commandType = readOnly;

/** `PUT …/databases/{databaseId}/tags`: replaces all tags. */
export const databaseTagsUpdateRequest = z.strictObject({
  ...ignored,
  tags: z.array(z.strictObject({ key: z.string(), value: z.string(), commandType })),
});

/** `POST …/databases/{databaseId}/tags`: adds one tag. */
export const databaseTagCreateRequest = z.strictObject({ ...ignored, key: z.string(), value: z.string() });

/** `PUT …/databases/{databaseId}/tags/{tagKey}`: the key in the path counts. */
export const databaseTagUpdateRequest = z.strictObject({
  ...ignored,
  key: readOnly,
  value: z.string(),
});
