import { contentsOf } from "../../cli/generate/contents";
import { programOf } from "../../cli/generate/program";
import { readAccount } from "../../cli/simulate/readAccount";
import { withoutSecrets } from "../../cli/simulate/withoutSecrets";
import { openAccount } from "../../provider/lifecycle/openAccount";
import type { Simulator } from "../../simulator";
import { KINDS } from "../../simulator/resources";
import { Filling, fillAccount, SECRETS } from "./filledAccount";
import { apiOf, endSimulators, redisCloud, writes } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * A copy of an account, which is made from what its GETs answer.
 */

useVirtualTime({ realSecondsPerTest: 240 });
endSimulators();

const programFor = async ({ accounts, url }: Simulator): Promise<string> => {
  const { apiKey = "", apiSecretKey = "" } = accounts[0] ?? {};
  const program = programOf(await contentsOf(openAccount({ apiKey, apiSecretKey, baseUrl: url })));
  // Part of a login, which a copy draws anew.
  return program.replace(/saslUsername: '.*'/, "saslUsername: …");
};

const read = ({ accounts, url }: Simulator) => {
  const { apiKey = "", apiSecretKey = "" } = accounts[0] ?? {};
  return readAccount(openAccount({ apiKey, apiSecretKey, baseUrl: url }));
};

/** A simulator with a copy of an account, which has other keys and draws other secrets. */
async function copyOf(simulator: Simulator) {
  const { existing, leftOut } = await read(simulator);
  const options = { apiKey: "copy", apiSecretKey: "copy", existing };
  const copy = await redisCloud({ accounts: [options], seed: 2 });
  return { existing, leftOut: [...leftOut, ...copy.simulator.leftOut], ...copy };
}

/** Compares prices, and what only the GET of a single resource tells, except the secrets in it. */
async function sameDetails(original: Simulator, copy: Simulator): Promise<void> {
  const {
    subscription = [],
    database = [],
    essentialsDatabase = [],
    essentialsSubscription = [],
  } = original.state().accounts[0]?.resources ?? {};
  const listOf = (one: { subscriptionId?: number }) => `/subscriptions/${one.subscriptionId}/databases`;
  const paths = [
    ...subscription.flatMap(({ id }) => [`/subscriptions/${id}`, `/subscriptions/${id}/pricing`]),
    ...database.slice(-8).map((one) => `${listOf(one)}/${one.id}`),
    ...essentialsSubscription.map(({ id }) => `/fixed/plans/subscriptions/${id}`),
    ...essentialsDatabase.map((one) => `/fixed${listOf(one)}/${one.id}`),
  ];
  for (const path of paths) {
    const [before, after] = [await apiOf(original).get(path), await apiOf(copy).get(path)];
    expect(before.httpStatus).toBe(200);
    expect({ path, ...Object(withoutLinks(withoutSecrets(after) as object)) }).toEqual({
      path,
      ...Object(withoutLinks(withoutSecrets(before) as object)),
    });
  }
}

/** Links name the server; the time of the account is that of its simulator. */
const withoutLinks = (answers: object): unknown =>
  JSON.parse(JSON.stringify(answers), (name, value) =>
    ["links", "createdTimestamp", "updatedTimestamp"].includes(name) ? undefined : value,
  );

test("an account with every kind of resource is copied by GETs alone, and the copy answers what it answers", async () => {
  const { simulator: original } = await redisCloud();
  await fillAccount(original);
  await seconds(4000);
  const filled = original.state().accounts[0]?.resources ?? {};
  const empty = KINDS.filter(({ name, copy }) => copy && !filled[name]?.length);
  expect(empty).toEqual([]);
  // Regions are in their subscriptions; reports and redirections pass.
  expect(KINDS.filter(({ copy }) => !copy).map(({ name }) => name)).toEqual([
    "activeActiveRegion",
    "costReport",
    "endpointRedirection",
  ]);
  const written = writes(original).length;

  const { existing, leftOut, simulator } = await copyOf(original);
  expect(leftOut).toEqual([]);
  expect(writes(original)).toHaveLength(written);
  expect(withoutLinks((await read(simulator)).existing)).toEqual(withoutLinks(existing));

  await sameDetails(original, simulator);

  const copied = JSON.stringify(simulator.state());
  const passwords =
    JSON.stringify(original.state()).match(/(?<="(?:p|saslP)assword(?:Hash)?":")[^"]+/g) ?? [];
  expect(passwords.length).toBeGreaterThan(100);
  for (const secret of [...SECRETS, ...passwords]) {
    expect(JSON.stringify(existing)).not.toContain(secret);
    expect(copied).not.toContain(secret);
  }
});

test("generate writes the same program for an account and for its copy", async () => {
  const { simulator: original } = await redisCloud();
  await fillAccount(original);
  await seconds(4000);
  const { simulator } = await copyOf(original);
  const program = await programFor(original);
  expect(program.match(/new rediscloud\./g)?.length).toBeGreaterThan(100);
  expect(await programFor(simulator)).toBe(program);
});

test("what is changing goes on in the copy", async () => {
  const durations = { databaseCreate: [5000, 5000], subscriptionUpdate: [5000, 5000] } as const;
  const { simulator: original } = await redisCloud({ durations });
  const account = new Filling(original);
  const path = await account.subscription("shop");
  await account.send("POST", `${path}/databases`, { name: "late", datasetSizeInGb: 1 });
  const other = await account.subscription("other");
  await account.send("PUT", other, { name: "renamed" });

  const { api, leftOut } = await copyOf(original);
  const states = async () => {
    const { subscription } = (await api.get(`${path}/databases`)) as {
      subscription: { databases: { status: string }[] }[];
    };
    return [...(subscription[0]?.databases ?? []), await api.get(other)].map(({ status }) => status);
  };
  expect(leftOut).toEqual([]);
  expect(await states()).toEqual(["active", "pending", "pending"]);
  await seconds(1000);
  expect(await states()).toEqual(["active", "active", "active"]);
});

test("a copy can be changed, and what is new has IDs of its own", async () => {
  const { simulator: original } = await redisCloud();
  const path = await new Filling(original).subscription("shop");
  const { simulator, api } = await copyOf(original);
  const before = Object.values(simulator.state().accounts[0]?.resources ?? {}).flatMap((all) =>
    all.map(({ id }) => id),
  );
  const account = new Filling(simulator);
  const id = await account.add(`${path}/databases`, { name: "new", datasetSizeInGb: 1 });
  expect(before).not.toContain(id);
  expect(await api.get(`${path}/databases/${id}`)).toMatchObject({ status: "active" });
  expect(await new Filling(original).api.get(`${path}/databases/${id}`)).toMatchObject({ httpStatus: 404 });
});

test("a subscription and a state that the simulator cannot have are named, and the rest is there", async () => {
  const place = { provider: "AWS", regions: [{ region: "us-east-1", networking: [] }] };
  const [shop, azure] = [
    { id: 5, name: "shop", status: "frozen", cloudDetails: [place] },
    { id: 6, name: "azure", status: "active", cloudDetails: [{ ...place, provider: "Azure" }] },
  ];
  const existing = { "/subscriptions": { subscriptions: [shop, azure] } };
  const { simulator, api } = await redisCloud({ accounts: [{ apiKey: "a", apiSecretKey: "b", existing }] });
  expect(simulator.leftOut).toEqual([
    expect.stringMatching(/^subscription 6: cloudDetails.0.provider: /),
    "subscription 5: its state is frozen, which the simulator does not have; the copy is active",
  ]);
  expect(await api.get("/subscriptions")).toMatchObject({ subscriptions: [{ id: 5, status: "active" }] });
});

test("attachments of transit gateways are copied in AWS's spelling, too; an odd state is named", async () => {
  const place = { provider: "AWS", regions: [{ region: "us-east-1", networking: [] }] };
  const gateway = { awsTgwUid: "tgw-1", awsAccountId: "123456789012", status: "available", cidrs: [] };
  const existing = {
    "/subscriptions": { subscriptions: [{ id: 5, name: "shop", status: "active", cloudDetails: [place] }] },
    "/subscriptions/5/transitGateways": {
      tgws: [
        { ...gateway, id: 7 },
        { ...gateway, id: 8, attachmentUid: "tgw-attach-8", attachmentStatus: "pending-acceptance" },
        { ...gateway, id: 9, attachmentUid: "tgw-attach-9", attachmentStatus: "rollingBack" },
      ],
    },
  };
  const { simulator } = await redisCloud({ accounts: [{ apiKey: "a", apiSecretKey: "b", existing }] });
  expect(simulator.leftOut).toEqual([
    "transitGatewayAttachment 9: its state is rollingBack, which the simulator does not have; the copy is failed",
  ]);
  const { transitGateway, transitGatewayAttachment } = simulator.state().accounts[0]?.resources ?? {};
  expect(transitGateway).toHaveLength(3);
  expect(transitGatewayAttachment).toMatchObject([
    { id: 8, status: "pendingAcceptance" },
    { id: 9, status: "failed" },
  ]);
});

test("no secret of an answer is kept", () => {
  expect(
    withoutSecrets({
      security: { password: "a", enableTls: true },
      globalPassword: "b",
      saslPassword: "c",
      accessKeyId: "d",
      tags: [{ key: "team", value: "e" }],
      endpoint: "rediss://default:f/g@redis.example.com:6379",
      destination: "ftp://user:h@example.com/backups",
      other: "https://storage.example.com/backups?sv=1&sig=i",
      quoted: 'redis://default:j"k@redis.example.com:6379',
      note: "see -----BEGIN RSA PRIVATE KEY-----\nl\n-----END RSA PRIVATE KEY----- there",
    }),
  ).toEqual({
    security: { enableTls: true },
    tags: [{ key: "team", value: "e" }],
    endpoint: "rediss://redis.example.com:6379",
    destination: "ftp://example.com/backups",
    other: "https://storage.example.com/backups?sv=1&sig=",
    quoted: "redis://redis.example.com:6379",
    note: "see  there",
  });
});
