import { PLAN } from "../simulator/essentials";
import {
  type Api,
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  redisCloud,
  submitted,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

describe("a subscription whose creation was not recorded, and that the next program wants in another region", () => {
  const elsewhere = { ...PLACE, cloudProviders: [{ provider: "AWS", regions: [{ region: "eu-west-1" }] }] };
  const soon = { create: "1m", update: "1m" };
  const late = { create: "2h", update: "2h" };

  /** The second run waits for less time than the subscription takes. */
  async function giveUp() {
    const { stack, simulator, api } = await redisCloud({ durations: { subscriptionCreate: [3000, 3000] } });
    await failureOf(stack.subscription("main", { ...PLACE, timeouts: soon }));
    const next = inAnotherProcess(simulator);
    const { id, message } = await failureOf(next.subscription("main", { ...elsewhere, timeouts: soon }));
    expect(message).toContain("provisioning-timeout: still pending after 1m");
    return { next, id, api };
  }

  async function regionOf(api: Api, id: string) {
    const { cloudDetails } = (await api.get(`/subscriptions/${id}`)) as {
      cloudDetails: { regions: { region: string }[] }[];
    };
    return cloudDetails[0]?.regions[0]?.region;
  }

  test("is replaced by the run after one that gave up waiting for it, as the preview says", async () => {
    const { next, id, api } = await giveUp();
    await seconds(3600);
    expect(await next.preview("main", { ...elsewhere, timeouts: late })).toBe("replace");
    const made = await next.subscription("main", { ...elsewhere, timeouts: late });
    expect(made.id).not.toBe(id);
    expect(await regionOf(api, made.id)).toBe("eu-west-1");
  });

  test("is replaced one run later if it is still pending then", async () => {
    const { next, id, api } = await giveUp();
    const { message } = await failureOf(next.subscription("main", { ...elsewhere, timeouts: late }));
    expect(message).toContain(`subscription ${id} differs from the program in cloudProviders`);
    const made = await next.subscription("main", { ...elsewhere, timeouts: late });
    expect(made.id).not.toBe(id);
    expect(await regionOf(api, made.id)).toBe("eu-west-1");
  });
});

describe("an Essentials subscription whose creation was not recorded, and whose next plan is in another region", () => {
  const here = { planId: PLAN.single, paymentMethodId: 2 };
  const elsewhere = { ...here, planId: PLAN.elsewhere };

  test("is deleted and created there, and no update is tried", async () => {
    const { stack, simulator } = await redisCloud();
    const { id } = await stack.essentialsSubscription("main", here);
    const next = inAnotherProcess(simulator);
    expect((await next.essentialsSubscription("main", elsewhere)).id).not.toBe(id);
    expect(submitted(simulator, "fixedSubscriptionUpdateRequest")).toEqual([]);
    expect(await next.preview("main", elsewhere)).toBe("same");
  });
});
