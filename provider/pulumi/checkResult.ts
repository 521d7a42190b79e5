import type * as dynamic from "@pulumi/pulumi/dynamic";
import type { Problem } from "../operations/declaration";
import type { Checked } from "../preview/check";

/** The engine's form of what `check` found. */
export const toCheckResult = ({
  inputs,
  problems,
}: Pick<Checked, "inputs" | "problems">): dynamic.CheckResult => ({
  inputs,
  failures: problems.map(failureOf),
});

/** Puts the path into the reason: the engine would show the value of a named property, even a secret. */
const failureOf = ({ property, reason }: Problem): dynamic.CheckFailure => ({
  property: "",
  reason: reason.startsWith(property) ? reason : `${property}: ${reason}`,
});
