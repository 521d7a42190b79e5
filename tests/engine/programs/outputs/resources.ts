import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

/*
 * Resources with as few arguments as possible, whose outputs the programs beside this one use.
 */

const config = new pulumi.Config();
/** Whether the program was edited in a way that means the same. */
const isEdited = config.getBoolean("edited") ?? false;
const regions = [{ region: "us-east-1" }];

export const subscription = new rediscloud.Subscription("main", {
  paymentMethodId: 2,
  cloudProviders: [{ regions }],
});
export const cache = new rediscloud.Database("cache", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 1,
  replication: isEdited ? true : undefined,
});
export const secured = new rediscloud.Database("secured", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 1,
  enableTls: true,
  password: "p@ss/word: 100%",
  dataEvictionPolicy: isEdited ? undefined : "volatile-lru",
  port: isEdited ? undefined : 12000,
});
export const closed = new rediscloud.Database("closed", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 1,
  enableDefaultUser: false,
});
export const memcached = new rediscloud.Database("memcached", {
  subscriptionId: subscription.id,
  protocol: "memcached",
  datasetSizeInGb: 1,
});

/** Not reachable from the internet, and encrypted with a key of one's own. */
export const internal = new rediscloud.Subscription("internal", {
  paymentMethod: "marketplace",
  cloudProviders: [{ regions }],
  publicEndpointAccess: false,
});
export const hidden = new rediscloud.Database("hidden", {
  subscriptionId: internal.id,
  datasetSizeInGb: 1,
});

export const account = new rediscloud.CloudAccount("aws", {
  accessKeyId: "AKIAEXAMPLE",
  accessSecretKey: "access-secret-of-ours",
  consoleUsername: "console-user",
  consolePassword: "console-password",
  signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
});
export const encrypted = new rediscloud.Subscription("encrypted", {
  paymentMethodId: 2,
  persistentStorageEncryptionType: "customer-managed-key",
  persistentStorageEncryptionKeys: {
    customerManagedKeys: [{ resourceName: "arn:aws:kms:us-east-1:123456789012:key/1" }],
    deletionGracePeriod: "alerts-only",
  },
  cloudProviders: [
    {
      cloudAccountId: account.cloudAccountId,
      regions: [
        {
          region: "us-east-1",
          networking: {
            vpcId: "vpc-0125be68a4625884a",
            subnetIds: ["subnet-0125be68a4625884a"],
            securityGroupId: "sg-0125be68a4625884a",
          },
        },
      ],
    },
  ],
});

/** Depends on what the others do not have. */
export const dependent = new rediscloud.Database("dependent", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 1,
  port: hidden.publicPort.apply((port) => (port === undefined ? 12345 : port)),
  tags: [
    { key: "certificate", value: cache.publicCertificatePEMString.apply((pem) => pem ?? "none") },
    { key: "user", value: closed.defaultUser.apply((user) => user ?? "none") },
    { key: "replication", value: cache.replication.apply(String) },
    { key: "policy", value: secured.dataEvictionPolicy },
    { key: "port", value: secured.port.apply(String) },
    { key: "sasl-user", value: cache.saslUsername.apply((user) => user ?? "none") },
  ],
});
