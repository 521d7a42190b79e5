/*
 * A Pulumi program: the same number of dynamic resources that do nothing, as they depend on each other. Their
 * provider is a module in `node_modules`, which Pulumi serializes as a reference to it.
 */
import * as pulumi from "@pulumi/pulumi";

const provider: pulumi.dynamic.ResourceProvider = require("no-effect");

class Trivial extends pulumi.dynamic.Resource {}

const count = (name: string): readonly number[] =>
  Array.from({ length: Number(process.env[name]) }, (_, index) => index + 1);

for (const number of count("BENCH_SUBSCRIPTIONS")) {
  const { id } = new Trivial(provider, `subscription-${number}`, { size: 1 });
  for (const other of count("BENCH_DATABASES")) {
    new Trivial(provider, `database-${number}-${other}`, { size: 0.1, subscription: id });
  }
}
