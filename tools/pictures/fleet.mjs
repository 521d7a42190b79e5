import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A program with four subscriptions and twenty databases. */
const PROGRAM = `
const rediscloud = require("pulumi-redis-cloud");

const paymentMethodId = rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id);
const places = { berlin: "eu-central-1", dublin: "eu-west-1", oregon: "us-west-2", tokyo: "ap-northeast-1" };
for (const [place, region] of Object.entries(places)) {
  const subscription = new rediscloud.Subscription(place, {
    name: place,
    paymentMethodId,
    cloudProviders: [{ provider: "AWS", regions: [{ region }] }],
  });
  for (const name of ["carts", "limits", "queue", "search", "sessions"])
    new rediscloud.Database(\`\${place}-\${name}\`, { subscriptionId: subscription.id, name, datasetSizeInGb: 1 });
}
`;

/**
 * Writes the program as a Pulumi project.
 *
 * @param {string} folder
 */
export function writeFleet(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "Pulumi.yaml"), "name: fleet\nruntime: nodejs\nmain: index.js\n");
  writeFileSync(path.join(folder, "package.json"), '{ "name": "fleet", "private": true }\n');
  writeFileSync(path.join(folder, "index.js"), PROGRAM);
}
