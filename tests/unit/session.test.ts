import type { Account } from "../../provider/lifecycle/account";
import { ResourceSession } from "../../provider/operations/session";

const nothing = () => {};
const cloud = new ResourceSession({} as Account, {
  timeoutMs: 1000,
  report: nothing,
  announce: nothing,
  maySubmit: async () => {},
  observe: nothing,
});

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("a resource that answers 404 right after its creation is read again", async () => {
  const look = jest
    .fn()
    .mockResolvedValueOnce(undefined)
    .mockResolvedValueOnce(undefined)
    .mockResolvedValue("there");
  const known = cloud.findKnown(look);
  await jest.advanceTimersByTimeAsync(5_000);
  await expect(known).resolves.toBe("there");
  expect(look).toHaveBeenCalledTimes(3);
});

test("a resource that stays missing is read neither for ever nor at every poll", async () => {
  const look = jest.fn().mockResolvedValue(undefined);
  const known = cloud.findKnown(look);
  await jest.advanceTimersByTimeAsync(70_000);
  await expect(known).resolves.toBeUndefined();
  expect(look.mock.calls.length).toBeLessThan(60);
});
