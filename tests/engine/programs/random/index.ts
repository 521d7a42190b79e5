import { readFileSync } from "node:fs";
import type * as pulumi from "@pulumi/pulumi";
import { CloudAccount, Database, Subscription } from "pulumi-redis-cloud";

/** What is declared stands in a file, so that tests can change it between runs: each resource after what it refers to. */
type Program = { type: keyof typeof CLASSES; name: string; args: object }[];
/** The ID of another resource. */
interface Reference {
  idOf: string;
  as: "number" | "string";
}

const CLASSES = { CloudAccount, Subscription, Database };
const declared = new Map<string, pulumi.CustomResource>();

function resolved(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("idOf" in value) return idOf(value as Reference);
  if (Array.isArray(value)) return value.map(resolved);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
}

function idOf({ idOf, as }: Reference): pulumi.Output<unknown> | undefined {
  const id = declared.get(idOf)?.id;
  return as === "number" ? id?.apply(Number) : id;
}

const program: Program = JSON.parse(readFileSync("program.json", "utf8"));
for (const { type, name, args } of program)
  declared.set(name, new CLASSES[type](name, resolved(args) as never));
