import * as pulumi from "@pulumi/pulumi";
import { contentsOf } from "../../cli/generate/contents";
import { programOf } from "../../cli/generate/program";
import { openAccount } from "../../provider/lifecycle/openAccount";
import { CREATING } from "./mutatedOperations";
import { run, withMutatingProxy } from "./mutatedRuns";
import { type Answer, type Mutation, textOf } from "./mutations";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();

/** Responses for a kind of resource that this package does not manage. */
const changing = (how: string, change: (json: Record<string, unknown>) => object): Mutation => ({
  how,
  change: (answer: Answer) => ({ ...answer, body: JSON.stringify(change(JSON.parse(textOf(answer)))) }),
});
const [SUBSCRIPTION, DATABASE] = [/\/subscriptions\/\d+$/, /\/databases\/\d+$/];

test.each([
  [
    "an Active-Active subscription",
    SUBSCRIPTION,
    changing("Active-Active", (json) => ({ ...json, deploymentType: "active-active" })),
    [/^subscription \d+: active-active is not supported/, /^database \d+ .*: its subscription is left out$/],
    ["CloudAccount"],
  ],
  [
    "a subscription at another cloud provider",
    SUBSCRIPTION,
    changing("Azure", (json) => ({
      ...json,
      cloudDetails: (json.cloudDetails as object[]).map((details) => ({ ...details, provider: "Azure" })),
    })),
    [
      /^subscription \d+: its cloudProviders cannot be declared unchanged/,
      /^database .*: its subscription is left/,
    ],
    ["CloudAccount"],
  ],
  [
    "a database of another protocol",
    DATABASE,
    changing("protocol", (json) => ({ ...json, protocol: "quic" })),
    [/^database \d+ .*: its protocol cannot be declared unchanged$/],
    ["CloudAccount", "Subscription"],
  ],
  [
    "a database that is described otherwise",
    DATABASE,
    changing("modules", (json) => ({ ...json, modules: "all" })),
    [/^database \d+ .*: the API reports it in a form that this package does not support$/],
    ["CloudAccount", "Subscription"],
  ],
])(
  "generate leaves out %s, says so in the program, and declares the rest",
  (_, path, mutation, told, kinds) =>
    withMutatingProxy(1, async ({ server, simulator, stack }) => {
      for (const operation of CREATING)
        expect(await run(operation, { server, simulator, stack })).toBeUndefined();
      server.mutationOf = (method, url) => (method === "GET" && path.test(url) ? mutation : undefined);
      const [{ apiKey = "", apiSecretKey = "" } = {}] = simulator.accounts;
      const baseUrl = pulumi.runtime.getConfig("redis-cloud:baseUrl") ?? "";
      const contents = await contentsOf(openAccount({ apiKey, apiSecretKey, baseUrl }));
      expect(contents.leftOut.map(({ reason }) => reason)).toEqual(
        told.map((reason) => expect.stringMatching(reason)),
      );
      const program = programOf(contents);
      for (const { reason } of contents.leftOut) expect(program).toContain(`// ${reason}`);
      expect(program).not.toContain("undefined");
      expect(program.match(/(?<=new rediscloud\.)\w+/g)).toEqual(kinds);
    }),
);
