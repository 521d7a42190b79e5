import { Unfinished } from "../../provider/operations/partialFailure";
import { ConfigurationError } from "../../provider/pulumi/credentials";
import { Failure, InitializationFailure, redact } from "../../provider/pulumi/failure";

test("secrets are removed from a message, wherever and however often they occur", () => {
  expect(redact("the password hunter2 (hunter2) is wrong", ["hunter2"])).toBe(
    "the password [secret] ([secret]) is wrong",
  );
});

test("a secret that is a prefix of another leaves nothing of the other", () => {
  expect(redact("given: hunter2-and-more", ["hunter2", "hunter2-and-more"])).toBe("given: [secret]");
});

test("strings too short to be a secret are not removed", () => {
  expect(redact("a database", ["a", ""])).toBe("a database");
});

test("characters with a meaning in patterns are taken literally", () => {
  expect(redact("given: (.*$&", ["(.*$&"])).toBe("given: [secret]");
});

test("a failure has the message without secrets, and no stack for errors that users can fix", () => {
  const failure = new Failure(new ConfigurationError("redis-cloud:baseUrl", "not a URL: hunter2"), [
    "hunter2",
  ]);
  expect(failure.message).toBe("not a URL: [secret]");
  expect(failure.stack).toBe("");
});

test("a bug in this package keeps its stack, without secrets", () => {
  const failure = new Failure(new TypeError("hunter2 is not a function"), ["hunter2"]);
  expect(failure.stack).toContain("failure.test");
  expect(failure.stack).not.toContain("hunter2");
});

test("a thrown value that is not an error is reported as text", () => {
  expect(new Failure("hunter2", ["hunter2"]).message).toBe("[secret]");
});

test("an initialization failure has the form that the host expects: id, properties, reasons", () => {
  const unfinished = new Unfinished(new Error("still pending"), "7/12", { name: "cache", port: undefined });
  const failure = new InitializationFailure(unfinished, "exports.handler=…", []);
  expect(failure).toMatchObject({ message: "still pending", id: "7/12", reasons: ["still pending"] });
  expect(failure.properties).toEqual({ name: "cache", __provider: "exports.handler=…" });
});
