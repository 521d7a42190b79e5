import { z } from "zod";
import type { ApiRequest } from "../../api/client";
import type { Target } from "../../lifecycle/kind";
import type { Problem, Step } from "../../operations/declaration";
import { asSet } from "../canonical";
import { only, repetitions } from "../common";
import { oneOf, text } from "../schemas";
import { type ListedPrivateLink, privateLinkPath } from "./kind";
import type { PrivateLinkInputs, PrivateLinkPrincipal } from "./types";

/** The form of a principal by its type, and that form in words. Source: AWS Resource Access Manager. */
const FORMS: Readonly<Record<PrivateLinkPrincipal["type"], readonly [RegExp, string]>> = {
  aws_account: [/^(\d{12}|arn:aws[\w-]*:iam::\d{12}:root)$/, "the 12 digits of an AWS account"],
  organization: [
    /^arn:aws[\w-]*:organizations::\d{12}:organization\/o-[a-z0-9]+$/,
    "an ARN such as arn:aws:organizations::123456789012:organization/o-example",
  ],
  organization_unit: [
    /^arn:aws[\w-]*:organizations::\d{12}:ou\/o-[a-z0-9]+\/ou-[a-z0-9-]+$/,
    "an ARN such as arn:aws:organizations::123456789012:ou/o-example/ou-example",
  ],
  iam_role: [/^arn:aws[\w-]*:iam::\d{12}:role\/.+$/, "an ARN such as arn:aws:iam::123456789012:role/app"],
  iam_user: [/^arn:aws[\w-]*:iam::\d{12}:user\/.+$/, "an ARN such as arn:aws:iam::123456789012:user/app"],
  service_principal: [/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/, "a name such as example.amazonaws.com"],
};

const TYPES = [
  "aws_account",
  "organization",
  "organization_unit",
  "iam_role",
  "iam_user",
  "service_principal",
] as const;

export const principals = z
  .array(z.strictObject({ principal: text, type: oneOf(TYPES), alias: z.string().optional() }))
  .min(1, "must name at least one principal");

/** An empty alias is none. */
const withoutEmptyAlias = ({ principal, type, alias }: Partial<PrivateLinkPrincipal>) => ({
  principal,
  type,
  ...(alias && { alias }),
});

export const principalSet = (all: readonly PrivateLinkPrincipal[]) =>
  asSet<ReturnType<typeof withoutEmptyAlias>>(({ principal = "" }) => principal)(all.map(withoutEmptyAlias));

/** What is wrong about the principals themselves. */
export function principalProblems({ principals: all = [] }: Partial<PrivateLinkInputs>): readonly Problem[] {
  const malformed = all.flatMap(({ principal, type }, index): Problem[] => {
    const [form, inWords] = FORMS[type] ?? [];
    if (principal === undefined || form === undefined || form.test(principal)) return [];
    return [
      { property: `principals[${index}].principal`, reason: `must be ${inWords} for the type ${type}.` },
    ];
  });
  const keys = all.map(({ principal }, index) => principal ?? `unknown ${index}`);
  return [...malformed, ...repetitions(keys, (index) => `principals[${index}].principal`)];
}

/** The principals of a link, without those that are being removed. */
export const observedPrincipals = ({ principals: all = [] }: ListedPrivateLink): PrivateLinkPrincipal[] =>
  all
    .filter(({ status = "" }) => !status.startsWith("disassociat"))
    .map((one) => withoutEmptyAlias(one as PrivateLinkPrincipal) as PrivateLinkPrincipal);

/**
 * The requests that turn the principals that there are into the wanted ones: new ones first, so that there is always
 * one, if possible. Only the last one completes the update.
 */
export function principalSteps(
  link: ListedPrivateLink,
  { place }: Target,
  { principals: wanted = [] }: Partial<PrivateLinkInputs>,
): readonly Step<ListedPrivateLink>[] {
  const held = new Map(observedPrincipals(link).map((one) => [one.principal, one]));
  const isSame = (one: PrivateLinkPrincipal) => {
    const other = held.get(one.principal);
    return other?.type === one.type && (other.alias ?? "") === (one.alias ?? "");
  };
  const path = `${privateLinkPath(place)}/principals`;
  const add = (one: PrivateLinkPrincipal): ApiRequest => ({
    method: "POST",
    path,
    body: withoutEmptyAlias(one),
  });
  const remove = ({ principal }: PrivateLinkPrincipal): ApiRequest => ({
    method: "DELETE",
    path,
    body: { principal },
  });
  const names = new Set(wanted.map(({ principal }) => principal));
  const requests = [
    ...wanted.filter(({ principal }) => !held.has(principal)).map(add),
    ...wanted
      .filter((one) => held.has(one.principal) && !isSame(one))
      .flatMap((one) => [remove(one), add(one)]),
    ...[...held.values()].filter(({ principal }) => !names.has(principal)).map(remove),
  ];
  return requests.map((request, index) => ({
    request,
    fields: index === requests.length - 1 ? ["principals"] : [],
  }));
}

/** The first principal, with which a link is created. */
export const firstPrincipal = ({ principals: [first] }: PrivateLinkInputs) =>
  first === undefined ? {} : only(withoutEmptyAlias(first), ["principal", "type", "alias"]);
