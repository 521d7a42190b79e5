import fc from "fast-check";
import { retryDelayMs } from "../../provider/api/retry";

const half = () => 0.5;
const writes = ["POST", "PUT", "DELETE"];
const neverSent = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "PROXY_UNREACHABLE",
];
const lost = ["ECONNRESET", "ETIMEDOUT", "EPIPE", "ERR_BODY_PARSE_FAILURE"];

test.each(writes)("a %s is not retried after a server fault: it may have been accepted", (method) => {
  for (const httpStatus of [408, 500, 502, 503, 504]) {
    expect(retryDelayMs({ method, attemptCount: 1, httpStatus })).toBe(0);
  }
});

test.each(writes)("a %s is not retried after its response was lost", (method) => {
  for (const errorCode of lost) expect(retryDelayMs({ method, attemptCount: 1, errorCode })).toBe(0);
});

test.each(["GET", ...writes])("a %s is retried if no connection was made", (method) => {
  for (const errorCode of neverSent) {
    expect(retryDelayMs({ method, attemptCount: 1, errorCode })).toBeGreaterThan(0);
  }
});

test.each(["GET", ...writes])("a %s is retried if the rate limit rejected it", (method) => {
  expect(retryDelayMs({ method, attemptCount: 1, httpStatus: 429 })).toBeGreaterThan(0);
});

test("a GET is retried after a transient fault", () => {
  for (const httpStatus of [408, 500, 502, 503, 504]) {
    expect(retryDelayMs({ method: "GET", attemptCount: 1, httpStatus })).toBeGreaterThan(0);
  }
  for (const errorCode of lost) {
    expect(retryDelayMs({ method: "GET", attemptCount: 1, errorCode })).toBeGreaterThan(0);
  }
});

test("a permanent error is not retried", () => {
  for (const httpStatus of [400, 401, 403, 404, 409, 422, 501]) {
    expect(retryDelayMs({ method: "GET", attemptCount: 1, httpStatus })).toBe(0);
  }
});

test("delays double from half a second up to 20 s", () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 8].map((attemptCount) =>
    retryDelayMs({ method: "GET", attemptCount, httpStatus: 429 }, half),
  );
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
});

test("delays have 25 % jitter, so that many clients do not retry at once", () => {
  const attempt = { method: "GET", attemptCount: 1, httpStatus: 503 };
  expect(retryDelayMs(attempt, () => 0)).toBe(375);
  expect(retryDelayMs(attempt, () => 1)).toBe(625);
});

test("Retry-After is honoured, including zero", () => {
  const attempt = { method: "POST", attemptCount: 1, httpStatus: 429 };
  expect(retryDelayMs({ ...attempt, retryAfterMs: 42_000 })).toBe(42_000);
  expect(retryDelayMs({ ...attempt, retryAfterMs: 0 })).toBe(1);
});

test("an implausible Retry-After is limited to a minute, and an invalid one is ignored", () => {
  const attempt = { method: "POST", attemptCount: 1, httpStatus: 429 };
  for (const retryAfterMs of [61_000, 2 ** 31, 1e23, Number.POSITIVE_INFINITY])
    expect(retryDelayMs({ ...attempt, retryAfterMs })).toBe(60_000);
  for (const retryAfterMs of [-5_000, Number.NaN])
    expect(retryDelayMs({ ...attempt, retryAfterMs }, half)).toBe(500);
});

test("Retry-After does not cause a retry that could submit twice", () => {
  expect(retryDelayMs({ method: "POST", attemptCount: 1, httpStatus: 503, retryAfterMs: 1000 })).toBe(0);
});

test("six attempts are made, and after 429 nine: enough to outlast a minute of the request limit", () => {
  const attempts = (httpStatus: number) =>
    1 +
    [...Array(20).keys()].findIndex(
      (index) => retryDelayMs({ method: "GET", attemptCount: index + 1, httpStatus }, half) === 0,
    );
  expect(attempts(503)).toBe(6);
  expect(attempts(429)).toBe(9);
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attemptCount) =>
    retryDelayMs({ method: "GET", attemptCount, httpStatus: 429 }, () => 0),
  );
  expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(50_000);
});

test("whatever happens to a write, it is retried only if it was certainly not accepted", () => {
  const attempt = fc.record({
    method: fc.constantFrom(...writes),
    attemptCount: fc.integer({ min: 1, max: 12 }),
    httpStatus: fc.option(fc.integer({ min: 300, max: 599 }), { nil: undefined }),
    errorCode: fc.option(fc.constantFrom(...neverSent, ...lost), { nil: undefined }),
    retryAfterMs: fc.option(fc.nat(), { nil: undefined }),
  });
  fc.assert(
    fc.property(attempt, (given) => {
      const unanswered = given.httpStatus === undefined;
      const certain = given.httpStatus === 429 || (unanswered && neverSent.includes(given.errorCode ?? ""));
      if (!certain) expect(retryDelayMs(given)).toBe(0);
    }),
  );
});

test.each([
  "ERR_INVALID_CHAR",
  "ERR_INVALID_URL",
  "ERR_UNESCAPED_CHARACTERS",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "PROXY_REFUSED",
])("a mistake on this machine is not retried as one of the network: %s", (errorCode) => {
  for (const method of ["GET", ...writes])
    expect(retryDelayMs({ method, attemptCount: 1, errorCode })).toBe(0);
});
