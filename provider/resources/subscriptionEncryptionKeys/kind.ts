import { subscriptionAnswer } from "../../api/answers";
import { RedisCloudApiError } from "../../api/error";
import type { ListedResource } from "../../api/lists";
import { NO_COMMAND } from "../../lifecycle/commands";
import type { Kind } from "../../lifecycle/kind";
import { SUBSCRIPTION_STATES } from "../../lifecycle/states";
import { KEY_ADVICE } from "../subscription/advice";
import { LATE_KEY_GRANTS } from "../subscription/lateGrants";

/**
 * The keys of a subscription of any deployment type, which has one set of them. They have no path of their own: they are
 * set by an update of the subscription, and have its state.
 */
export const subscriptionEncryptionKeysKind: Kind = {
  name: "subscriptionEncryptionKeys",
  noun: "encryption key set",
  // Without a kind: commands that list the account find no keys, since the API reports none.
  parents: [{ argument: "subscriptionId", noun: "subscription" }],
  isOnePerPlace: true,
  idType: "string",
  isNameUnique: false,
  openList:
    ({ get }, { subscriptionId = 0 }) =>
    async () => {
      try {
        const { status } = await get(`/subscriptions/${subscriptionId}`, subscriptionAnswer);
        return new Map<string, ListedResource>([[`${subscriptionId}`, { status }]]);
      } catch (error) {
        if (error instanceof RedisCloudApiError && error.kind === "not-found") return new Map();
        throw error;
      }
    },
  states: {
    ...SUBSCRIPTION_STATES,
    // The subscription rests until it has its keys.
    pending: new Set([...SUBSCRIPTION_STATES.pending, ...SUBSCRIPTION_STATES.resting]),
    resting: new Set(),
  },
  commands: {
    create: "subscriptionUpdateRequest",
    // Other updates of a subscription are tasks with the same name: whether one changed the keys, nobody can tell.
    update: new Set(),
    delete: NO_COMMAND,
  },
  passingRefusals: ["CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_SUBSCRIPTION_INVALID_STATUS"],
  lateGrants: LATE_KEY_GRANTS,
  advice: KEY_ADVICE,
  limits: {
    subscription: "parent",
    turnsNonActive: ["create", "update"],
    precedence: { create: 0, update: 0, delete: 0 },
    endsRest: true,
  },
};
