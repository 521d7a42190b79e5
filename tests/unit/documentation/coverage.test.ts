import { startSimulator } from "../../../simulator";
import { operations, reasonFor, UNUSED, USES } from "../../../tools/documentation/coverage";

/*
 * Every operation of the API is used, or has a reason why it is not; the simulator serves all that are used.
 */

test("every operation is used by the provider, or has a reason why it is not", () => {
  const unexplained = operations.filter((one) => !(one in USES) && reasonFor(one) === undefined);
  expect(unexplained).toEqual([]);
});

test("what has a reason why it is not used is an operation that the API has, and is not used", () => {
  expect(Object.keys(UNUSED).filter((one) => !operations.includes(one) || one in USES)).toEqual([]);
});

test("every use is of an operation that the API has", () => {
  expect(Object.keys(USES).filter((one) => !operations.includes(one))).toEqual([]);
});

test("the simulator serves every operation that the provider uses", async () => {
  const simulator = await startSimulator({ redis: false });
  const { apiKey = "", apiSecretKey = "" } = simulator.accounts[0] ?? {};
  const statuses = Object.keys(USES).map(async (operation) => {
    const [method = "", template = ""] = operation.split(" ");
    const url = simulator.url + template.replaceAll(/\{\w+\}/g, "1");
    const headers = { "x-api-key": apiKey, "x-api-secret-key": apiSecretKey };
    const { status } = await simulator.fetch(new Request(url, { method, headers }));
    return status === 501 ? operation : [];
  });
  expect((await Promise.all(statuses)).flat()).toEqual([]);
  await simulator.close();
});
