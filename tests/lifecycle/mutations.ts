import fc from "fast-check";

/** A response of the server. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A mutation of a response, into one that the API would not send. */
export interface Mutation {
  /** Name, for the message of a failed test. */
  readonly how: string;
  /** Whether it replaces the API: the request must not reach the simulator. */
  readonly inTheWay?: true;
  change(answer: Answer): Answer;
}

export const textOf = ({ body }: Answer): string => (typeof body === "string" ? body : "");
export const withBody = (how: string, body: Answer["body"]): Mutation => ({
  how,
  change: (answer) => ({ ...answer, body }),
});
export const withHeaders = (headers: Answer["headers"]): Mutation => ({
  how: JSON.stringify(headers),
  change: (answer) => ({ ...answer, headers: { ...answer.headers, ...headers } }),
});

const page = (status: number): string =>
  `<html><head><title>${status}</title></head><body onload="x()"><h1>Bad \u001b[31mgateway</h1></body></html>`;
const NESTED = 20_000;
const nestedList = "[".repeat(NESTED) + "]".repeat(NESTED);
export const nestedObject = `${'{"tasks":'.repeat(NESTED)}1${"}".repeat(NESTED)}`;

const truncated = fc.double({ min: 0, max: 0.99, noNaN: true }).map(
  (part): Mutation => ({
    how: `truncated at ${part}`,
    change: (answer) => ({ ...answer, body: textOf(answer).slice(0, textOf(answer).length * part) }),
  }),
);
const beheaded = fc.double({ min: 0.01, max: 1, noNaN: true }).map(
  (part): Mutation => ({
    how: `without its first ${part}`,
    change: (answer) => ({ ...answer, body: textOf(answer).slice(textOf(answer).length * part) }),
  }),
);
/** Closes the connection before the end of the body. */
const cut: Mutation = {
  how: "cut off",
  change: (answer) => ({ ...answer, headers: { ...answer.headers, "content-length": "100000" } }),
};
const htmlPage = fc.constantFrom(200, 404, 404, 500, 502).map(
  (status): Mutation => ({
    how: `HTML page with ${status}`,
    change: () => ({ status, headers: { "content-type": "text/html" }, body: page(status) }),
  }),
);
const otherJson = fc
  .constantFrom(
    "{}",
    "[]",
    "null",
    "true",
    "-1",
    '"text"',
    "[[[[]]]]",
    '{"__proto__":{"id":1,"status":"active"}}',
  )
  .map((body) => withBody(body, body));
const hostileRetryAfter = fc
  .tuple(
    fc.constantFrom(429, 503),
    fc.constantFrom("-5", "soon", "99999999999999999999", "1e9", "NaN", "Fri, 31 Dec 9999 23:59:59 GMT"),
  )
  .map(
    ([status, after]): Mutation => ({
      how: `${status} with Retry-After: ${after}`,
      inTheWay: true,
      change: () => ({ status, headers: { "retry-after": after }, body: "" }),
    }),
  );

/** Mutations that are obviously not a response of the API. */
export const garbage: fc.Arbitrary<Mutation> = fc.oneof(
  truncated,
  beheaded,
  fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => withBody("binary", bytes)),
  fc.constant(withBody("empty", "")),
  htmlPage,
  otherJson,
  fc.constantFrom(nestedList, nestedObject).map((body) => withBody("nested deeply", body)),
  fc.constant(cut),
  hostileRetryAfter,
);

/** An unfounded error of the API with an unknown code. */
export const refusal: fc.Arbitrary<Mutation> = fc
  .tuple(
    fc.constantFrom(400, 404, 409, 500),
    fc.constantFrom<unknown>(
      "constructor",
      "__proto__",
      { type: "toString" },
      { type: 7, description: {} },
      null,
      [[]],
    ),
  )
  .map(
    ([status, error]): Mutation => ({
      how: `${status} with the error ${JSON.stringify(error)}`,
      inTheWay: true,
      change: () => ({ status, headers: {}, body: JSON.stringify({ status, error }) }),
    }),
  );
