import { readFileSync } from "node:fs";
import type * as pulumi from "@pulumi/pulumi";
import {
  AclRole,
  AclRule,
  AclUser,
  ActiveActiveDatabase,
  ActiveActiveRegion,
  ActiveActiveSubscription,
  CloudAccount,
  Database,
  EssentialsDatabase,
  EssentialsSubscription,
  Subscription,
} from "pulumi-redis-cloud";

/** What is declared stands in a file, so that tests can change it between runs: each resource after what it refers to. */
type Program = { type: keyof typeof CLASSES; name: string; args: object; dependsOn: string[] }[];
/** The ID of another resource, its name, or its region. */
interface Reference {
  of: string;
  as: "number" | "string" | "databaseId" | "name" | "region";
}

const CLASSES = {
  CloudAccount,
  Subscription,
  Database,
  AclRule,
  AclRole,
  AclUser,
  EssentialsSubscription,
  EssentialsDatabase,
  ActiveActiveSubscription,
  ActiveActiveRegion,
  ActiveActiveDatabase,
};
const declared = new Map<string, InstanceType<(typeof CLASSES)[keyof typeof CLASSES]>>();

function resolved(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("of" in value && "as" in value) return outputOf(value as Reference);
  if (Array.isArray(value)) return value.map(resolved);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}

function outputOf({ of, as }: Reference): pulumi.Output<unknown> | undefined {
  const resource = declared.get(of);
  if (resource instanceof ActiveActiveRegion) return as === "region" ? resource.region : undefined;
  if (as === "name") return resource?.name;
  if (as === "databaseId") return resource instanceof Database ? resource.databaseId : undefined;
  return as === "number" ? resource?.id.apply(Number) : resource?.id;
}

const program: Program = JSON.parse(readFileSync("program.json", "utf8"));
for (const { type, name, args, dependsOn } of program) {
  const before = dependsOn.flatMap((other) => declared.get(other) ?? []);
  declared.set(name, new CLASSES[type](name, resolved(args) as never, { dependsOn: before }));
}
