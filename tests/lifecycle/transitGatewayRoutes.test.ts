import * as rediscloud from "../../provider";
import { endSimulators, failureOf, inAnotherProcess, refused, submitted } from "./harness";
import { withGateway } from "./transitGateways";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Networks that a subscription reaches through a transit gateway. The owner of the gateway is the simulator's peer.
 */

useVirtualTime();
endSimulators();

test("in one run: the attachment, what accepts it, and the routes, which wait for that", async () => {
  const { stack, simulator, args, up } = await withGateway();
  const { outputs } = await up();
  const routes = { ...args, cidrs: ["10.10.20.0/24", "10.10.10.0/24"] };
  const creation = stack.up("TransitGatewayRoutes", "routes", routes);
  await seconds(200);
  expect(submitted(simulator, "tgwUpdateCidrsRequest")).toHaveLength(0);
  await simulator.peer.accept("transitGatewayAttachment", String(outputs.attachmentUid));
  expect(await creation).toMatchObject({ id: stack.state("to-hub").id, outputs: { status: "available" } });
  for (const name of ["to-hub", "routes"]) await stack.refresh(name);
  expect(await stack.preview("to-hub", args)).toBe("same");
  expect(await stack.preview("routes", { ...routes, cidrs: [...routes.cidrs].reverse() })).toBe("same");
  await stack.up("TransitGatewayRoutes", "routes", { ...routes, cidrs: ["10.10.30.0/24"] });
  const { subscriptionId } = args;
  expect(await rediscloud.getTransitGateways({ subscriptionId })).toMatchObject([
    { cidrs: [{ cidrAddress: "10.10.30.0/24" }] },
  ]);
  await stack.destroy("routes");
  expect(await rediscloud.getTransitGateways({ subscriptionId })).toMatchObject([{ cidrs: [] }]);
  await stack.destroy("to-hub");
  expect(refused(simulator)).toEqual([]);
});

test("networks are declared in the attachment or as routes: the second of them is refused, and names the first", async () => {
  const { stack, simulator, args } = await withGateway({ autoAccept: true });
  const withNetworks = { ...args, cidrs: ["10.10.10.0/24"] };
  await stack.up("TransitGatewayAttachment", "to-hub", withNetworks);
  const before = submitted(simulator, "tgwUpdateCidrsRequest").length;
  expect((await failureOf(stack.up("TransitGatewayRoutes", "routes", withNetworks))).message).toMatch(
    /tgwId: to-hub \(.*\) declares the same routes through transit gateway of subscription \d+: declare it once\./,
  );
  await stack.up("TransitGatewayAttachment", "to-hub", args);
  await stack.up("TransitGatewayRoutes", "routes", withNetworks);
  expect((await failureOf(stack.up("TransitGatewayAttachment", "to-hub", withNetworks))).message).toMatch(
    /cidrs: routes \(.*\) declares the same routes through transit gateway/,
  );
  expect(submitted(simulator, "tgwUpdateCidrsRequest")).toHaveLength(before);
});

test("routes through a gateway that nobody accepts fail in time, and say what they waited for", async () => {
  const { stack, args, up } = await withGateway();
  await up();
  const routes = { ...args, cidrs: ["10.10.10.0/24"], timeouts: { create: "5m" } };
  expect((await failureOf(stack.up("TransitGatewayRoutes", "routes", routes))).message).toMatch(
    /create attachment to transit gateway \d+ of subscription \d+.*waited 5m until the owner of the transit gateway accepts/,
  );
});

test("routes that another client changes or removes are drift, and put back", async () => {
  const { stack, api, args, up, tgwId, subscriptionId } = await withGateway({ autoAccept: true });
  await up();
  const routes = { ...args, cidrs: ["10.10.10.0/24"] };
  const put = async (cidrs: readonly string[]) => {
    await api.send("PUT", `/subscriptions/${subscriptionId}/transitGateways/${tgwId}/attachment`, { cidrs });
    await seconds(120);
  };
  await stack.up("TransitGatewayRoutes", "routes", routes);
  await put(["10.99.0.0/24"]);
  expect((await stack.refresh("routes"))?.inputs).toMatchObject({ cidrs: ["10.99.0.0/24"] });
  expect(await stack.preview("routes", routes)).toBe("update");
  await stack.up("TransitGatewayRoutes", "routes", routes);
  await put([]);
  expect(await stack.refresh("routes")).toBeUndefined();
  await stack.up("TransitGatewayRoutes", "routes", routes);
  expect(await stack.preview("routes", routes)).toBe("same");
});

test("routes whose answer was lost, and whose run was killed, are taken up by the next run", async () => {
  const path = "/subscriptions/*/transitGateways/*/attachment";
  const faults = [{ fault: "reset-connection", when: "after", method: "PUT", path, times: 1 }] as const;
  const { stack, simulator, args, up } = await withGateway({ autoAccept: true }, { faults: [...faults] });
  await up();
  const routes = { ...args, cidrs: ["10.10.10.0/24"] };
  const { id } = await stack.up("TransitGatewayRoutes", "routes", routes);
  const next = inAnotherProcess(simulator);
  expect((await next.up("TransitGatewayRoutes", "routes", routes)).id).toBe(id);
  expect(submitted(simulator, "tgwUpdateCidrsRequest").length - refused(simulator).length).toBe(1);
});
