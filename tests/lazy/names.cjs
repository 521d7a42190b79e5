/**
 * What Pulumi's SDK loads at once, and hardly any test needs: the compiler and npm's dependency tree, for a program that
 * serializes a provider, and what belongs to its Automation API. It is most of the SDK's start.
 */
exports.LAZY = [
  "typescript",
  "@npmcli/arborist",
  "@opentelemetry/api",
  "execa",
  "fdir",
  "js-yaml",
  "normalize-package-data",
  "semver",
];

/** The same among the SDK's own modules. */
exports.AUTOMATION = "./automation";
