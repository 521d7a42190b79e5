import fc from "fast-check";
import { autoName, earlierAutoName, isAutoNameInStack, urnHash } from "../../provider/operations/autoName";

const urnOf = (logicalName: string) =>
  `urn:pulumi:dev::shop::pulumi-nodejs:dynamic/redis-cloud:Database::${logicalName}`;

test("a name is the logical name and a short hash", () => {
  expect(autoName(urnOf("cache"), 40)).toBe(`cache-${urnHash(urnOf("cache"))}`);
});

test("characters that the API does not allow become hyphens", () => {
  expect(autoName(urnOf("my cache_№1"), 40)).toMatch(/^my-cache-1-[0-9a-z]{12}$/);
});

test("a name begins with a letter, even if the logical name does not", () => {
  expect(autoName(urnOf("1st-cache"), 40)).toMatch(/^st-cache-[0-9a-z]{12}$/);
  expect(autoName(urnOf("123"), 40)).toMatch(/^redis-[0-9a-z]{12}$/);
});

test("the same URN has the same name in every run", () => {
  expect(urnHash("urn:pulumi:dev::shop::t::cache")).toBe("6alb11tv6udc");
  expect(autoName("urn:pulumi:dev::shop::t::cache", 40)).toBe("cache-6alb11tv6udc");
});

test("the names of earlier versions are recognised, and both forms identify the stack", () => {
  const urn = "urn:pulumi:dev::shop::t::cache";
  expect(earlierAutoName(urn, 40)).toBe("cache-11tv6udc");
  for (const name of [autoName(urn, 40), earlierAutoName(urn, 40)]) {
    expect(isAutoNameInStack(name, urn)).toBe(true);
    expect(isAutoNameInStack(name, "urn:pulumi:prod::shop::t::cache")).toBe(false);
  }
});

test("ten thousand stacks have different names", () => {
  const stacks = Array.from({ length: 10_000 }, (_, index) => `urn:pulumi:dev-${index}::shop`);
  const parts = stacks.map((stack) => urnHash(`${stack}::t::cache`).slice(0, 8));
  expect(new Set(parts).size).toBe(stacks.length);
});

test("two stacks, and two resources with the same truncated name, have different names", () => {
  const long = "a".repeat(100);
  expect(autoName(urnOf(`${long}1`), 40)).not.toBe(autoName(urnOf(`${long}2`), 40));
  expect(autoName("urn:pulumi:dev::s::t::cache", 40)).not.toBe(autoName("urn:pulumi:prod::s::t::cache", 40));
});

test("any logical name yields a name that the API accepts", () => {
  const logicalName = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.string({ minLength: 30 }));
  fc.assert(
    fc.property(logicalName, fc.constantFrom(40, 64), (name, maxLength) => {
      const given = autoName(urnOf(name), maxLength);
      expect(given).toMatch(/^[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/);
      expect(given.length).toBeLessThanOrEqual(maxLength);
    }),
  );
});
