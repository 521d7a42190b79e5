import { z } from "zod";
import { maybe, resourceId } from "../../api/answers";
import { plainList } from "../../api/lists";
import { type Kind, NO_SUBSCRIPTION } from "../../lifecycle/kind";
import { CLOUD_ACCOUNT_ADVICE } from "./advice";

const listedCloudAccount = z.object({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  provider: maybe(z.string()),
});
export type ListedCloudAccount = z.infer<typeof listedCloudAccount> & { readonly isDefault: boolean };

/** ID of Redis' own cloud account. */
const INTERNAL_CLOUD_ACCOUNT = 1;

/** The customer's own cloud accounts. API: `/cloud-accounts`. */
export const cloudAccountKind: Kind<ListedCloudAccount> = {
  name: "cloudAccount",
  noun: "cloud account",
  parents: [],
  idType: "number",
  isNameUnique: true,
  openList: plainList({
    path: () => "/cloud-accounts",
    item: listedCloudAccount.transform((item) => ({
      ...item,
      isDefault: item.id === INTERNAL_CLOUD_ACCOUNT,
    })),
    id: "id",
    answer: (list) => z.object({ cloudAccounts: list }).transform(({ cloudAccounts }) => cloudAccounts),
  }),
  states: {
    pending: new Set(["draft", "pending", "change-draft", "change-pending"]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["deleting", "delete-draft", "delete-pending"]),
    failed: new Set(["error", "active-error"]),
  },
  commands: {
    create: "cloudAccountCreateRequest",
    update: new Set(["cloudAccountUpdateRequest"]),
    delete: "cloudAccountDeleteRequest",
  },
  passingRefusals: ["CLOUD_ACCOUNT_NOT_ACTIVE"],
  advice: CLOUD_ACCOUNT_ADVICE,
  limits: NO_SUBSCRIPTION,
};
