import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SimulatorOptions } from "../../simulator";
import { endSimulators, failureOf, inAnotherProcess, PLACE, redisCloud, submitted } from "./harness";
import { Gateway } from "./histories/gateway";
import { Process } from "./histories/process";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Resources without names, such as peerings: that of another client looks the same. A creation whose answer was lost takes
 * up its own resource and never another's; two of a program are refused.
 */

useVirtualTime();
endSimulators();

const PEERING = {
  region: "us-east-1",
  awsAccountId: "123456789012",
  vpcId: "vpc-0125be68a4625884a",
  vpcCidrs: ["10.10.10.0/24"],
};

/** What another client sends: with a program of its own on another machine, or without one. */
const { vpcCidrs, ...WITHOUT_CIDRS } = PEERING;
const REQUEST = { ...WITHOUT_CIDRS, vpcCidr: vpcCidrs[0] };

const LOST = { fault: "reset-connection", method: "POST", path: "/subscriptions/*/peerings" } as const;

async function withSubscription(options: SimulatorOptions = {}) {
  const cloud = await redisCloud({ durations: { peeringCreate: [60, 60] }, ...options });
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  const byAnother = () => cloud.api.send("POST", `/subscriptions/${subscriptionId}/peerings`, REQUEST);
  const up = (stack = cloud.stack) =>
    stack.up("SubscriptionPeering", "to-shop", { subscriptionId, ...PEERING });
  return { ...cloud, subscriptionId, byAnother, up };
}

test("a peering that another client made a minute before a lost request is not taken over", async () => {
  const { byAnother, up } = await withSubscription({
    faults: [{ ...LOST, when: "before", after: 1, times: 1 }],
  });
  await byAnother();
  await seconds(90);
  const { message } = await failureOf(up());
  expect(message).toContain("VPC_PEERING_ALREADY_EXIST");
  expect(message).toContain("`adopt`");
});

test("nor is it by the next run, when the requests of the killed one never arrived", async () => {
  const faults = [{ ...LOST, when: "before", after: 1, times: 3 } as const];
  const { simulator, byAnother, up } = await withSubscription({ faults });
  await byAnother();
  await seconds(90);
  expect((await failureOf(up())).message).toContain("may or may not have been accepted");
  expect((await failureOf(up(inAnotherProcess(simulator)))).message).toContain("VPC_PEERING_ALREADY_EXIST");
});

test("one that another client asked for, too, is nobody's: the error says how to adopt it", async () => {
  const { simulator, stack, subscriptionId, byAnother } = await withSubscription();
  const gateway = await Gateway.start();
  const journal = mkdtempSync(path.join(tmpdir(), "same-by-nature-"));
  const crash = { at: "write", nth: 1, when: "after" } as const;
  const killed = new Process(simulator, gateway, { state: stack.held, journal }, crash);
  const args = { subscriptionId, ...PEERING };
  const up = (one: Process) => one.stack.up("SubscriptionPeering", "to-shop", args);
  await Promise.race([up(killed).catch(() => undefined), killed.crash]);
  await byAnother();
  await seconds(90);
  const next = new Process(simulator, gateway, killed.end());
  expect((await failureOf(up(next))).message).toMatch(
    /^peering \d+ of subscription \d+ is what this resource declares, and may be another client's.* set adopt: "\d+\/\d+"/,
  );
  next.end();
  gateway.closeLines();
  gateway.close();
  rmSync(journal, { recursive: true });
});

test("one that was changed since is another client's", async () => {
  const { simulator, api, subscriptionId, byAnother, up } = await withSubscription({
    faults: [{ ...LOST, when: "before", times: 3 }],
  });
  expect((await failureOf(up())).message).toContain("may or may not have been accepted");
  await byAnother();
  await seconds(90);
  const id = simulator.record.remaining().find(({ kind }) => kind === "subscriptionPeering")?.id ?? 0;
  await simulator.peer.accept("subscriptionPeering", id);
  await seconds(60);
  await api.send("PUT", `/subscriptions/${subscriptionId}/peerings/${id}`, { vpcCidr: "10.20.0.0/24" });
  await seconds(60);
  const { message } = await failureOf(up(inAnotherProcess(simulator)));
  expect(message).toContain(
    "was changed after its creation: another client uses it, so it is not taken over",
  );
});

test("two peerings of a program with the same network are refused by the preview", async () => {
  const { stack, simulator, subscriptionId } = await withSubscription();
  const args = { subscriptionId, ...PEERING };
  await stack.previewNew("SubscriptionPeering", "to-shop", args);
  const { message } = await failureOf(stack.previewNew("SubscriptionPeering", "again", args));
  expect(message).toMatch(
    /^subscriptionId: to-shop \(.*\) declares the same peering of subscription \d+: declare it once\./,
  );
  await stack.previewNew("SubscriptionPeering", "again", { ...args, vpcId: "vpc-2" });
  expect(submitted(simulator, "peeringCreateRequest")).toEqual([]);
});

test("so are two private links in one place, and not in two", async () => {
  const { stack, subscriptionId } = await withSubscription();
  const { id: other } = await stack.subscription("other", PLACE);
  const principals = [{ principal: "123456789012", type: "aws_account" }];
  const preview = (name: string, place: string) =>
    stack.previewNew("PrivateLink", name, { subscriptionId: place, shareName: name, principals });
  await preview("first", subscriptionId);
  expect((await failureOf(preview("second", subscriptionId))).message).toContain(
    "declares the same private link",
  );
  await preview("second", other);
});
