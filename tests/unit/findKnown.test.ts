import { findKnown } from "../../provider/lifecycle/polling";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("a resource that answers 404 right after its creation is read again", async () => {
  const look = jest
    .fn()
    .mockResolvedValueOnce(undefined)
    .mockResolvedValueOnce(undefined)
    .mockResolvedValue("there");
  const known = findKnown(look);
  await jest.advanceTimersByTimeAsync(5_000);
  await expect(known).resolves.toBe("there");
  expect(look).toHaveBeenCalledTimes(3);
});

test("a resource that stays missing is read neither for ever nor at every poll", async () => {
  const look = jest.fn().mockResolvedValue(undefined);
  const known = findKnown(look);
  await jest.advanceTimersByTimeAsync(70_000);
  await expect(known).resolves.toBeUndefined();
  expect(look.mock.calls.length).toBeLessThan(60);
});
