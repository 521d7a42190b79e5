/** Every path of the API below `/v1`, with its methods, whether or not the simulator serves it. */
export const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  "/": ["GET"],
  "/acl/redisRules": ["GET", "POST"],
  "/acl/redisRules/{aclRedisRuleId}": ["DELETE", "PUT"],
  "/acl/roles": ["GET", "POST"],
  "/acl/roles/{aclRoleId}": ["DELETE", "PUT"],
  "/acl/users": ["GET", "POST"],
  "/acl/users/{aclUserId}": ["DELETE", "GET", "PUT"],
  "/cloud-accounts": ["GET", "POST"],
  "/cloud-accounts/{cloudAccountId}": ["DELETE", "GET", "PUT"],
  "/cost-report": ["POST"],
  "/cost-report/{costReportId}": ["GET"],
  "/data-integration-workspaces": ["GET"],
  "/data-persistence": ["GET"],
  "/database-modules": ["GET"],
  "/endpoint-redirections": ["POST"],
  "/endpoint-redirections/{redirectionId}": ["GET"],
  "/endpoint-redirections/{redirectionId}/revert": ["POST"],
  "/fixed/plans": ["GET"],
  "/fixed/plans/subscriptions/{subscriptionId}": ["GET"],
  "/fixed/plans/{planId}": ["GET"],
  "/fixed/redis-versions": ["GET"],
  "/fixed/subscriptions": ["GET", "POST"],
  "/fixed/subscriptions/{subscriptionId}": ["DELETE", "GET", "PUT"],
  "/fixed/subscriptions/{subscriptionId}/databases": ["GET", "POST"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}": ["DELETE", "GET", "PUT"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/available-target-versions": ["GET"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/backup": ["GET", "POST"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/import": ["GET", "POST"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/slow-log": ["GET"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/tags": ["GET", "POST", "PUT"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/tags/{tagKey}": ["DELETE", "PUT"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/traffic": ["GET"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/traffic/resume": ["POST"],
  "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}/upgrade": ["GET", "POST"],
  "/logs": ["GET"],
  "/payment-methods": ["GET"],
  "/query-performance-factors": ["GET"],
  "/regions": ["GET"],
  "/session-logs": ["GET"],
  "/subscriptions": ["GET", "POST"],
  "/subscriptions/redis-versions": ["GET"],
  "/subscriptions/{subscriptionId}": ["DELETE", "GET", "PUT"],
  "/subscriptions/{subscriptionId}/cidr": ["GET", "PUT"],
  "/subscriptions/{subscriptionId}/data-integration-workspace": ["DELETE", "GET", "PATCH", "POST", "PUT"],
  "/subscriptions/{subscriptionId}/data-integration-workspace/**": ["DELETE", "GET", "PATCH", "POST", "PUT"],
  "/subscriptions/{subscriptionId}/databases": ["GET", "POST"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}": ["DELETE", "GET", "PUT"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/available-target-versions": ["GET"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/backup": ["GET", "POST"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/certificate": ["GET"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/flush": ["PUT"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/import": ["GET", "POST"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/regions": ["PUT"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/slow-log": ["GET"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/tags": ["GET", "POST", "PUT"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/tags/{tagKey}": ["DELETE", "PUT"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/traffic": ["GET"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/traffic/resume": ["POST"],
  "/subscriptions/{subscriptionId}/databases/{databaseId}/upgrade": ["GET", "POST"],
  "/subscriptions/{subscriptionId}/maintenance-windows": ["GET", "PUT"],
  "/subscriptions/{subscriptionId}/peerings": ["GET", "POST"],
  "/subscriptions/{subscriptionId}/peerings/{peeringId}": ["DELETE", "PUT"],
  "/subscriptions/{subscriptionId}/pricing": ["GET"],
  "/subscriptions/{subscriptionId}/private-link": ["DELETE", "GET", "POST"],
  "/subscriptions/{subscriptionId}/private-link/connections/disassociate": ["POST"],
  "/subscriptions/{subscriptionId}/private-link/endpoint-script": ["GET"],
  "/subscriptions/{subscriptionId}/private-link/principals": ["DELETE", "POST"],
  "/subscriptions/{subscriptionId}/private-service-connect": ["DELETE", "GET", "POST"],
  "/subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}": ["GET", "POST"],
  "/subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}": [
    "DELETE",
    "PUT",
  ],
  "/subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}/creationScripts":
    ["GET"],
  "/subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}/deletionScripts":
    ["GET"],
  "/subscriptions/{subscriptionId}/regions": ["DELETE", "GET", "POST"],
  "/subscriptions/{subscriptionId}/regions/peerings": ["GET", "POST"],
  "/subscriptions/{subscriptionId}/regions/peerings/{peeringId}": ["DELETE", "PUT"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-link": ["DELETE", "GET", "POST"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-link/connections/disassociate": ["POST"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-link/endpoint-script": ["GET"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-link/principals": ["DELETE", "POST"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect": ["DELETE", "GET", "POST"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}": [
    "GET",
    "POST",
  ],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}":
    ["DELETE", "PUT"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}/creationScripts":
    ["GET"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}/deletionScripts":
    ["GET"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/transitGateways": ["GET"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/invitations": ["GET"],
  "/subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/invitations/{tgwInvitationId}/accept": [
    "PUT",
  ],
  "/subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/invitations/{tgwInvitationId}/reject": [
    "PUT",
  ],
  "/subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/{TgwId}/attachment": [
    "DELETE",
    "POST",
    "PUT",
  ],
  "/subscriptions/{subscriptionId}/resource-tags": ["PUT"],
  "/subscriptions/{subscriptionId}/transitGateways": ["GET"],
  "/subscriptions/{subscriptionId}/transitGateways/invitations": ["GET"],
  "/subscriptions/{subscriptionId}/transitGateways/invitations/{tgwInvitationId}/accept": ["PUT"],
  "/subscriptions/{subscriptionId}/transitGateways/invitations/{tgwInvitationId}/reject": ["PUT"],
  "/subscriptions/{subscriptionId}/transitGateways/{TgwId}/attachment": ["DELETE", "POST", "PUT"],
  "/tasks": ["GET"],
  "/tasks/{taskId}": ["GET"],
  "/users": ["GET"],
  "/users/{userId}": ["DELETE", "GET", "PUT"],
};

/** `{id}` stands for one segment of a path, `**` for any number of them. */
const PATTERNS = Object.entries(OPERATIONS).map(([path, methods]) => ({
  path,
  methods,
  pattern: new RegExp(`^${path.replaceAll("**", ".*").replaceAll(/\{\w+\}/g, "[^/]+")}/?$`),
}));

/** The operation of the API that a request is for, such as `GET /users/{userId}`; undefined when it has none. */
export function findOperation(method: string, path: string): string | undefined {
  const matching = PATTERNS.filter(({ pattern, methods }) => pattern.test(path) && methods.includes(method));
  // A path with fewer placeholders takes precedence: /fixed/plans/subscriptions/{id}, not /fixed/plans/{id}.
  const [best] = matching.sort((one, other) => placeholders(one.path) - placeholders(other.path));
  return best && `${method} ${best.path}`;
}

const placeholders = (path: string) => path.split("{").length;
