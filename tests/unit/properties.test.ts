import * as pulumi from "@pulumi/pulumi";
import { CloudAccount, Database, Subscription } from "../../provider";

/*
 * Every property of a resource's type exists. The compiler rejects a list with a missing or an additional one.
 */

type Properties<Resource> = Record<Exclude<keyof Resource, keyof pulumi.CustomResource>, true>;

const OF_CLOUD_ACCOUNT: Properties<CloudAccount> = {
  account: true,
  adopt: true,
  timeouts: true,
  name: true,
  provider: true,
  accessKeyId: true,
  accessSecretKey: true,
  consoleUsername: true,
  consolePassword: true,
  signInLoginUrl: true,
  cloudAccountId: true,
  status: true,
  awsUserArn: true,
  awsConsoleRoleArn: true,
};

const OF_SUBSCRIPTION: Properties<Subscription> = {
  account: true,
  adopt: true,
  timeouts: true,
  name: true,
  deploymentType: true,
  paymentMethod: true,
  paymentMethodId: true,
  memoryStorage: true,
  persistentStorageEncryptionType: true,
  persistentStorageEncryptionKeys: true,
  cloudProviders: true,
  databases: true,
  creationPlan: true,
  redisVersion: true,
  publicEndpointAccess: true,
  maintenanceWindows: true,
  cidrIps: true,
  securityGroupIds: true,
  forceDestroy: true,
  subscriptionId: true,
  status: true,
  pricing: true,
  numberOfDatabases: true,
  awsAccountId: true,
  deploymentCIDR: true,
  vpcId: true,
  subnetId: true,
  preferredAvailabilityZones: true,
  customerManagedKeyAccessDetails: true,
  prometheusEndpoint: true,
  paymentMethodType: true,
  storageEncryption: true,
};

const OF_DATABASE: Properties<Database> = {
  account: true,
  adopt: true,
  timeouts: true,
  subscriptionId: true,
  name: true,
  protocol: true,
  port: true,
  datasetSizeInGb: true,
  memoryLimitInGb: true,
  redisVersion: true,
  autoMinorVersionUpgrade: true,
  respVersion: true,
  supportOSSClusterApi: true,
  useExternalEndpointForOSSClusterApi: true,
  dataPersistence: true,
  dataEvictionPolicy: true,
  replication: true,
  replicaOf: true,
  replica: true,
  throughputMeasurement: true,
  averageItemSizeInBytes: true,
  ramPercentage: true,
  periodicBackupPath: true,
  remoteBackup: true,
  sourceIp: true,
  clientSslCertificate: true,
  clientTlsCertificates: true,
  enableTls: true,
  enableDefaultUser: true,
  password: true,
  saslUsername: true,
  saslPassword: true,
  alerts: true,
  modules: true,
  shardingType: true,
  regexRules: true,
  queryPerformanceFactor: true,
  tags: true,
  databaseId: true,
  status: true,
  publicEndpoint: true,
  publicHost: true,
  publicPort: true,
  privateEndpoint: true,
  privateHost: true,
  privatePort: true,
  dynamicEndpoints: true,
  connectionString: true,
  privateConnectionString: true,
  defaultUser: true,
  publicCertificatePEMString: true,
  provider: true,
  region: true,
  memoryStorage: true,
  numberOfShards: true,
  activatedOn: true,
};

beforeAll(() => {
  process.env.REDIS_CLOUD_API_KEY = "account-key";
  process.env.REDIS_CLOUD_API_SECRET_KEY = "user-key";
  return pulumi.runtime.setMocks({
    newResource: ({ type, inputs }) => ({
      id: type.endsWith("Database") ? "7/12" : "7",
      state: {
        ...inputs,
        __attributes: JSON.stringify({ port: 12345, replication: false }),
        publicEndpoint: null,
      },
    }),
    call: () => ({}),
  });
});

const KEYS = { accessKeyId: "a", accessSecretKey: "b", consoleUsername: "c", consolePassword: "d" };
const PLACE = [{ regions: [{ region: "us-east-1" }] }];
const SIZE = { subscriptionId: 7, datasetSizeInGb: 1 };

test.each<[string, () => object, object]>([
  ["CloudAccount", () => new CloudAccount("a", { ...KEYS, signInLoginUrl: "https://a" }), OF_CLOUD_ACCOUNT],
  ["Subscription", () => new Subscription("s", { cloudProviders: PLACE }), OF_SUBSCRIPTION],
  ["Database", () => new Database("d", SIZE), OF_DATABASE],
  ["CloudAccount that is read", () => CloudAccount.get("a", "7"), OF_CLOUD_ACCOUNT],
  ["Subscription that is read", () => Subscription.get("s", "7"), OF_SUBSCRIPTION],
  ["Database that is read", () => Database.get("d", "7/12"), OF_DATABASE],
])("every property of a %s is an output, whether the program gives it or not", (_, declare, properties) => {
  const resource = declare() as Record<string, unknown>;
  const missing = Object.keys(properties).filter((name) => !pulumi.Output.isInstance(resource[name]));
  expect(missing).toEqual([]);
  expect(Object.keys(resource)).toEqual(expect.arrayContaining(Object.keys(properties)));
});

const known = <T>(output: pulumi.Output<T>): Promise<T> => new Promise((resolve) => output.apply(resolve));

test("an omitted argument has the server's value, also if the program passes an output without a value", async () => {
  const none = pulumi.output<boolean | undefined>(undefined);
  const [left, given] = [
    new Database("left", { ...SIZE, replication: undefined }),
    new Database("given", { ...SIZE, replication: none, port: pulumi.output(13000) }),
  ];
  expect(await known(left.replication)).toBe(false);
  expect(await known(given.replication)).toBe(false);
  expect(await Promise.all([known(left.port), known(given.port)])).toEqual([12345, 13000]);
});

test("an explicit default has its value, though the state is unchanged", async () => {
  await pulumi.runtime.setMocks({
    newResource: ({ inputs: { replication: _, ...state } }) => ({
      id: "7/12",
      state: { ...state, __attributes: JSON.stringify({ replication: true }) },
    }),
    call: () => ({}),
  });
  expect(await known(new Database("spelled", { ...SIZE, replication: true }).replication)).toBe(true);
});

test("null in the state is undefined in the program", async () => {
  const { publicEndpoint, publicHost, account } = new Database("hidden", SIZE);
  expect(await Promise.all([publicEndpoint, publicHost, account].map(known<unknown>))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a connection string is a secret", async () => {
  const { connectionString } = new Database("secret", SIZE);
  expect(await pulumi.isSecret(connectionString)).toBe(true);
});
