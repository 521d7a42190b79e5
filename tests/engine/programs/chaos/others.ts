import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";
import type { DeclaredOther } from "./program";

/** What resources refer to, by logical name. */
interface References {
  readonly subscriptionIds: Map<string, pulumi.Output<string>>;
  readonly databases: ReadonlyMap<
    string,
    { subscriptionId: pulumi.Output<string>; databaseId: pulumi.Output<number> }
  >;
}

const config = new pulumi.Config();

/** Plan for several databases in us-east-1. */
const PLAN = 98_004;
const CARDS = [2, 3];
const POLICIES = ["allkeys-lru", "volatile-ttl", "noeviction"] as const;
const PERSISTENCE = ["aof-every-write", "snapshot-every-1-hour"] as const;
const nth = <T>(several: readonly T[], number: number): T => several[number % several.length] as T;

/** Creates a resource with arguments that follow from its value. */
export function createOther(
  { type, logicalName, parent = "", value }: DeclaredOther,
  { subscriptionIds, databases }: References,
): void {
  const id = () => {
    const found = subscriptionIds.get(parent);
    if (found === undefined) throw new Error(`${logicalName} is in no subscription: ${parent}`);
    return found;
  };
  switch (type) {
    case "EssentialsSubscription": {
      const args = { planId: PLAN, paymentMethodId: nth(CARDS, value) };
      subscriptionIds.set(logicalName, new rediscloud.EssentialsSubscription(logicalName, args).id);
      return;
    }
    case "EssentialsDatabase":
      new rediscloud.EssentialsDatabase(logicalName, {
        subscriptionId: id(),
        dataEvictionPolicy: nth(POLICIES, value),
        password: config.requireSecret("databasePassword"),
      });
      return;
    case "ActiveActiveSubscription": {
      const regions = ["us-east-1", "eu-west-1"].map((region, index) => {
        return { region, networking: { deploymentCIDR: `10.1.${index}.0/24` } };
      });
      const cloudProviders = [{ provider: "AWS" as const, regions }];
      const args = { paymentMethod: "marketplace" as const, cloudProviders };
      subscriptionIds.set(logicalName, new rediscloud.ActiveActiveSubscription(logicalName, args).id);
      return;
    }
    case "ActiveActiveDatabase":
      new rediscloud.ActiveActiveDatabase(logicalName, {
        subscriptionId: id(),
        datasetSizeInGb: 1,
        globalPassword: config.requireSecret("databasePassword"),
        // The third value takes the setting of the region back.
        ...(value % 3 > 0 && {
          regions: [{ region: "eu-west-1", dataPersistence: nth(PERSISTENCE, value) }],
        }),
      });
      return;
    case "ActiveActiveRegion":
      new rediscloud.ActiveActiveRegion(logicalName, {
        subscriptionId: id(),
        region: logicalName,
        deploymentCIDR: `10.2.${value}.0/24`,
      });
      return;
    case "SubscriptionPeering":
      new rediscloud.SubscriptionPeering(logicalName, {
        subscriptionId: id(),
        region: "us-east-1",
        awsAccountId: "123456789012",
        vpcId: `vpc-${Buffer.from(logicalName).toString("hex")}`,
        vpcCidrs: [`172.16.${value}.0/24`],
      });
      return;
    case "PrivateLink":
      new rediscloud.PrivateLink(logicalName, {
        subscriptionId: id(),
        regionId: 1,
        shareName: `${logicalName}-named0`,
        principals: [value, value + 1].map((number) => ({
          principal: String(100_000_000_000 + number),
          type: "aws_account",
        })),
      });
      return;
    case "DatabaseImport": {
      const database = databases.get(parent);
      if (database === undefined) throw new Error(`${logicalName} has no database: ${parent}`);
      new rediscloud.DatabaseImport(logicalName, {
        ...database,
        sourceType: "redis",
        importFromUri: config
          .requireSecret("databasePassword")
          .apply((password) => [`redis://:${password}@example.com:6379`]),
        triggers: [value],
      });
    }
  }
}
