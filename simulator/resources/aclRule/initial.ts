import type { AclRule } from "./state";

/** The rules that every account has. Their IDs and patterns are those of the OpenAPI document. */
const DEFAULT_RULES = [
  { id: 7, name: "Full-Access", pattern: "+@all  ~*" },
  { id: 8, name: "Read-Write", pattern: "+@all -@dangerous ~*" },
  { id: 9, name: "Read-Only", pattern: "+@read ~*" },
];

export function initialAclRules(): AclRule[] {
  return DEFAULT_RULES.map((rule) => ({
    kind: "aclRule",
    ...rule,
    isDefault: true,
    status: "active",
    visibleAt: 0,
    change: 0,
  }));
}
