import { readFileSync } from "node:fs";
import type * as pulumi from "@pulumi/pulumi";
import { AclRole, AclRule, AclUser, CloudAccount, Database, Subscription } from "pulumi-redis-cloud";

/** What is declared stands in a file, so that tests can change it between runs: each resource after what it refers to. */
type Program = { type: keyof typeof CLASSES; name: string; args: object }[];
/** The ID of another resource, or its name. */
interface Reference {
  of: string;
  as: "number" | "string" | "databaseId" | "name";
}

const CLASSES = { CloudAccount, Subscription, Database, AclRule, AclRole, AclUser };
const declared = new Map<string, InstanceType<(typeof CLASSES)[keyof typeof CLASSES]>>();

function resolved(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("of" in value && "as" in value) return outputOf(value as Reference);
  if (Array.isArray(value)) return value.map(resolved);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}

function outputOf({ of, as }: Reference): pulumi.Output<unknown> | undefined {
  const resource = declared.get(of);
  if (as === "name") return resource?.name;
  if (as === "databaseId") return resource instanceof Database ? resource.databaseId : undefined;
  return as === "number" ? resource?.id.apply(Number) : resource?.id;
}

const program: Program = JSON.parse(readFileSync("program.json", "utf8"));
for (const { type, name, args } of program)
  declared.set(name, new CLASSES[type](name, resolved(args) as never));
