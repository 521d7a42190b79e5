import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import fc from "fast-check";
import {
  agrees,
  containsUnknown,
  same,
  withoutMissing,
  withoutUnknown,
} from "../../provider/operations/properties";

test("missing and null mean the same, at any depth", () => {
  expect(same({ a: 1, b: null, c: { d: undefined } }, { a: 1, c: {} })).toBe(true);
  expect(same(undefined, null)).toBe(true);
  expect(same({ a: 0 }, {})).toBe(false);
  expect(same({ a: "" }, {})).toBe(false);
});

test("the order of keys is ignored, the order of a list is not", () => {
  expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
});

test("missing values are omitted, and the rest stays unchanged", () => {
  expect(withoutMissing({ a: null, b: [{ c: undefined, d: false }], e: 0 })).toEqual({
    b: [{ d: false }],
    e: 0,
  });
  expect(withoutMissing(null)).toBeUndefined();
});

test("an unknown value is found at any depth", () => {
  expect(containsUnknown({ a: [{ b: unknownValue }] })).toBe(true);
  expect(containsUnknown({ a: [{ b: "known" }, null, undefined] })).toBe(false);
  expect(withoutUnknown({ a: 1, b: [unknownValue], c: unknownValue })).toEqual({ a: 1 });
});

test("values that the server fills in do not contradict the declaration", () => {
  const declared = { name: "RedisJSON" };
  expect(agrees(declared, { name: "RedisJSON", id: 7, version: "2.6" })).toBe(true);
  expect(agrees(declared, { name: "RediSearch" })).toBe(false);
  expect(agrees([declared], [{ name: "RedisJSON", id: 7 }])).toBe(true);
});

test("lists match item by item, with the same length", () => {
  const [a, b] = [{ key: "team" }, { key: "stage" }];
  expect(agrees([a, b], [a, b])).toBe(true);
  expect(agrees([a, b], [b, a])).toBe(false);
  expect(agrees([a], [a, b])).toBe(false);
  expect(agrees([a, b], [a])).toBe(false);
});

test("a list does not match an object, nor an object a string", () => {
  expect(agrees([], {})).toBe(false);
  expect(agrees({ a: 1 }, "a")).toBe(false);
  expect(agrees({ a: 1 }, null)).toBe(false);
});

test("any value matches itself, and itself with more", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, extra) => {
      expect(agrees(value, value)).toBe(true);
      expect(same(value, withoutMissing(value))).toBe(true);
      if (typeof value === "object" && value !== null && !Array.isArray(value) && !(extra in value)) {
        expect(agrees(value, { ...value, [extra]: "filled in" })).toBe(true);
      }
    }),
  );
});
