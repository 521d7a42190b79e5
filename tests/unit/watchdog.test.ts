import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { exitWithEngine } from "../../provider/pulumi/watchdog";

const EVERY_MS = 10;
let engine: Server;

beforeEach((done) => {
  engine = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1", done);
});
afterEach((done) => {
  engine.close(() => done());
});

const address = () => `127.0.0.1:${(engine.address() as AddressInfo).port}`;
const looks = (count: number) => new Promise((resolve) => setTimeout(resolve, count * EVERY_MS));

test("the process lives while the engine listens, and exits once when it has ended", async () => {
  const end = jest.fn();
  exitWithEngine(address(), { end, everyMs: EVERY_MS });
  await looks(20);
  expect(end).not.toHaveBeenCalled();
  const ended = new Promise<void>((resolve) => {
    end.mockImplementation(resolve);
  });
  engine.close();
  await ended;
  await looks(10);
  expect(end).toHaveBeenCalledTimes(1);
});

test.each([undefined, "simulate", "--help"])(
  "a process whose first argument is %s has no engine",
  async (argument) => {
    const end = jest.fn();
    exitWithEngine(argument, { end, everyMs: EVERY_MS });
    engine.close();
    await looks(10);
    expect(end).not.toHaveBeenCalled();
  },
);
