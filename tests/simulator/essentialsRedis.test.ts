import { PLAN } from "./essentials";
import { RealCloud, withRedis } from "./realRedis";

let cloud: RealCloud;
beforeEach(async () => {
  cloud = await RealCloud.start();
});
afterEach(() => cloud.close());

withRedis(
  "a free Essentials database is a real Redis server with its own endpoint and password",
  async () => {
    const id = await cloud.processed(
      cloud.api.post("/fixed/subscriptions", { name: "free", planId: PLAN.free }),
    );
    const subscription = `/fixed/subscriptions/${id}`;
    await cloud.state(subscription, "active");
    const list = `${subscription}/databases`;
    const path = `${list}/${await cloud.processed(cloud.api.post(list, { name: "cache" }))}`;
    await cloud.state(path, "active");
    const redis = await cloud.connect(path);
    expect(await redis.set("key", "value")).toBe("OK");
    expect(await redis.config("GET", "maxmemory")).toEqual([
      "maxmemory",
      String(Math.round(0.03 * 1024 ** 3)),
    ]);
    redis.disconnect();
    await cloud.processed(cloud.api.put(path, { password: "changed" }));
    await cloud.state(path, "active");
    const changed = await cloud.connect(path, "changed");
    expect(await changed.get("key")).toBe("value");
    changed.disconnect();
  },
);
