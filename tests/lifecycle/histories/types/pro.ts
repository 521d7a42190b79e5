import type { Subscription } from "../../../../simulator/resources/subscription/state";
import { PLACE } from "../../harness";
import { PLANTED } from "../declared";
import { type HistoryType, nth, numberOf, ofKind } from "./type";

const REGIONS = {
  AWS: ["us-east-1", "us-west-2", "eu-west-1"],
  GCP: ["us-central1", "europe-west1", "asia-east1"],
} as const;

/** Another region replaces it. */
export const subscription: HistoryType = {
  isNamed: true,
  isMovable: true,
  args: ({ place, variant }) => {
    const provider = variant === "on Google Cloud" ? "GCP" : "AWS";
    const regions = [{ region: nth<string>(REGIONS[provider], place) }];
    const keys = { persistentStorageEncryptionType: "customer-managed-key" };
    return {
      ...PLACE,
      cloudProviders: [{ provider, regions }],
      forceDestroy: true,
      ...(variant === "with keys of ours" && keys),
    };
  },
};

/** The port of databases between which endpoints are redirected: theirs has to be the same. */
const SAME_PORT = 12_345;

/** In a subscription with keys of ours, it is created when that has them. Another port replaces it. */
export const database: HistoryType = {
  isNamed: true,
  isMovable: true,
  args: ({ name, parent = "", uses: [keys] = [], size, place, variant }, stateOf) => ({
    subscriptionId: keys === undefined ? stateOf(parent).id : stateOf(keys).outputs.subscriptionId,
    datasetSizeInGb: size,
    password: `${PLANTED}-of-${name}`,
    ...(place === 0 ? {} : { port: 10_000 + 100 * numberOf(name) + place }),
    ...(variant === "with a port of ours" && { port: SAME_PORT }),
  }),
  content: ({ size }) => `${size} GB`,
  references: { SubscriptionEncryptionKeys: ["subscriptionId"] },
};

/** Another provider replaces it. */
export const cloudAccount: HistoryType = {
  isNamed: true,
  isMovable: true,
  args: ({ name, place }) => ({
    provider: place % 2 === 0 ? "AWS" : "GCP",
    accessKeyId: `${PLANTED}-key-of-${name}`,
    accessSecretKey: `${PLANTED}-secret-of-${name}`,
    consoleUsername: `${PLANTED}-user-of-${name}`,
    consolePassword: `${PLANTED}-password-of-${name}`,
    signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
  }),
};

export const KEY = "arn:aws:kms:us-east-1:123456789012:key/first";
const GRACE_PERIODS = ["1-hour", "24-hours", "alerts-only"] as const;

/** Keys of ours, with one of several grace periods. */
export const encryptionKeys: HistoryType = {
  remains: true,
  args: ({ parent = "", size }, stateOf) => ({
    subscriptionId: stateOf(parent).id,
    customerManagedKeys: [{ resourceName: KEY }],
    deletionGracePeriod: nth(GRACE_PERIODS, size),
  }),
  content: ({ size }) => nth(GRACE_PERIODS, size),
  held: (resources) =>
    ofKind<Subscription>(resources, "subscription").map(({ id, name, status, deletionGracePeriod }) => {
      return { id: String(id), name, status, content: deletionGracePeriod };
    }),
};
