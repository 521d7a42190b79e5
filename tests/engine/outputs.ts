/** An output that a program uses. */
export interface Output {
  /** A resource of the program `outputs`. */
  readonly of: string;
  readonly output: string;
  /** Its TypeScript type. */
  readonly type: string;
  /** The stack's output; undefined if it has no value. */
  readonly expected: unknown;
}

const of =
  (resource: string) =>
  (output: string, type: string, expected: unknown): Output => ({ of: resource, output, type, expected });

const cache = of("cache");
const secured = of("secured");
const closed = of("closed");
const memcached = of("memcached");
const hidden = of("hidden");
const subscription = of("subscription");
const internal = of("internal");
const encrypted = of("encrypted");
const account = of("account");

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
const text = expect.any(String);
const orNone = (type: string): string => `${type} | undefined`;

/** Outputs, each with its value when nothing is declared. */
export const OUTPUTS: readonly Output[] = [
  subscription("awsAccountId", orNone("string"), text),
  subscription("deploymentCIDR", orNone("string"), "192.168.0.0/24"),
  subscription("subnetId", orNone("string"), text),
  subscription("prometheusEndpoint", orNone("string"), text),
  subscription("paymentMethodId", orNone("number"), 2),
  subscription("paymentMethod", orNone("string"), "credit-card"),
  subscription("paymentMethodType", orNone("string"), "credit-card"),
  subscription("numberOfDatabases", orNone("number"), 0),
  subscription("preferredAvailabilityZones", orNone("string[]"), [text]),
  subscription("deploymentType", '"single-region"', "single-region"),
  subscription("memoryStorage", '"ram" | "ram-and-flash"', "ram"),
  subscription("publicEndpointAccess", "boolean", true),
  subscription("storageEncryption", orNone("boolean"), expect.any(Boolean)),
  subscription("maintenanceWindows", "rediscloud.MaintenanceWindows", { mode: "automatic" }),
  subscription("cidrIps", "string[]", []),
  subscription("customerManagedKeyAccessDetails", "unknown", undefined),
  subscription("account", orNone("string"), undefined),
  internal("paymentMethodId", orNone("number"), undefined),
  encrypted("awsAccountId", orNone("string"), "123456789012"),
  encrypted("vpcId", orNone("string"), "vpc-0125be68a4625884a"),
  encrypted("subnetId", orNone("string"), "subnet-0125be68a4625884a"),
  encrypted("customerManagedKeyAccessDetails", orNone("rediscloud.CustomerManagedKeyAccessDetails"), {
    redisIamRole: text,
    requiredKeyPolicyStatements: expect.anything(),
    deletionGracePeriodOptions: expect.arrayContaining(["immediate"]),
  }),

  cache("replication", "boolean", true),
  cache("redisVersion", "string", expect.stringMatching(/^\d+\.\d+/)),
  cache("respVersion", orNone('"resp2" | "resp3"'), "resp3"),
  cache("datasetSizeInGb", "number", 1),
  cache("memoryLimitInGb", "number", expect.any(Number)),
  cache("throughputMeasurement", "rediscloud.ThroughputMeasurement", {
    by: "operations-per-second",
    value: expect.any(Number),
  }),
  cache("port", "number", expect.any(Number)),
  cache("sourceIp", "string[]", ["0.0.0.0/0"]),
  cache("dataPersistence", "rediscloud.DataPersistence", "none"),
  cache("dataEvictionPolicy", "rediscloud.DataEvictionPolicy", "volatile-lru"),
  cache("protocol", '"redis" | "memcached"', "redis"),
  cache("autoMinorVersionUpgrade", "boolean", true),
  cache("supportOSSClusterApi", "boolean", false),
  cache("enableTls", "boolean", false),
  cache("enableDefaultUser", "boolean", true),
  cache("queryPerformanceFactor", "string", "Standard"),
  cache("alerts", "rediscloud.DatabaseAlert[]", []),
  cache("modules", "rediscloud.DatabaseModule[]", expect.any(Array)),
  cache("regexRules", "string[]", expect.any(Array)),
  cache("remoteBackup", "rediscloud.RemoteBackup", { active: false }),
  cache("tags", "rediscloud.Tag[]", []),
  cache("replica", orNone("rediscloud.Replica"), { syncSources: [] }),
  cache("timeouts", orNone("rediscloud.Timeouts"), undefined),
  cache("defaultUser", orNone("string"), "default"),
  cache("publicEndpoint", orNone("string"), expect.stringMatching(/:\d+$/)),
  cache("publicHost", orNone("string"), expect.stringMatching(/^redis-[^:]+$/)),
  cache("publicPort", orNone("number"), expect.any(Number)),
  cache("privateHost", orNone("string"), expect.stringMatching(/^redis-[^:]+\.internal[^:]+$/)),
  cache("privatePort", orNone("number"), expect.any(Number)),
  cache("connectionString", orNone("string"), expect.stringMatching(/^redis:\/\/default:\w+@redis-.*:\d+$/)),
  cache("privateConnectionString", orNone("string"), expect.stringMatching(/@redis-.*\.internal\..*:\d+$/)),
  cache("dynamicEndpoints", orNone("rediscloud.Endpoints"), { public: text, private: text }),
  cache("provider", orNone("string"), "AWS"),
  cache("region", orNone("string"), "us-east-1"),
  cache("memoryStorage", orNone("string"), "ram"),
  cache("numberOfShards", orNone("number"), 1),
  cache("activatedOn", orNone("string"), expect.stringMatching(/^\d{4}-\d\d-\d\dT/)),
  cache("saslUsername", orNone("string"), undefined),
  cache("saslPassword", orNone("string"), undefined),
  cache("publicCertificatePEMString", orNone("string"), undefined),
  secured("publicCertificatePEMString", orNone("string"), expect.stringContaining("BEGIN CERTIFICATE")),
  secured(
    "connectionString",
    orNone("string"),
    expect.stringMatching(/^rediss:\/\/default:p%40ss%2Fword%3A%20100%25@redis-/),
  ),
  closed("connectionString", orNone("string"), expect.stringMatching(/^redis:\/\/redis-[^@]*:\d+$/)),
  closed("defaultUser", orNone("string"), undefined),
  memcached("saslUsername", orNone("string"), text),
  memcached("saslPassword", orNone("string"), text),
  memcached("password", "string", text),
  memcached(
    "connectionString",
    orNone("string"),
    expect.stringMatching(/^memcached:\/\/[^:@/]+:[^:@/]+@redis-.*:\d+$/),
  ),
  hidden("publicEndpoint", orNone("string"), undefined),
  hidden("publicHost", orNone("string"), undefined),
  hidden("publicPort", orNone("number"), undefined),
  hidden("sourceIp", "string[]", PRIVATE),
  hidden(
    "connectionString",
    orNone("string"),
    expect.stringMatching(/^redis:\/\/default:\w+@redis-.*\.internal\./),
  ),

  account("awsUserArn", orNone("string"), expect.stringMatching(/^arn:aws:iam::/)),
  account("awsConsoleRoleArn", orNone("string"), expect.stringMatching(/^arn:aws:iam::/)),
  account("accessKeyId", "string", "AKIAEXAMPLE"),
  account("provider", '"AWS" | "GCP"', "AWS"),
  account("signInLoginUrl", "string", "https://123456789012.signin.aws.amazon.com/console"),
];
