import { OPERATIONS } from "../../simulator/http/operations";

/** A part of the API, as the page shows it. */
interface Area {
  readonly title: string;
  readonly paths: RegExp;
}

/** The parts of the API; an operation belongs to the first whose paths match. */
const AREAS: readonly Area[] = [
  { title: "Access control", paths: /^\/acl\// },
  { title: "Cloud accounts", paths: /^\/cloud-accounts/ },
  { title: "Tasks", paths: /^\/tasks/ },
  { title: "Essentials", paths: /^\/fixed\// },
  { title: "Data integration", paths: /data-integration-workspace/ },
  {
    title: "Private connectivity",
    paths: /peerings|private-link|private-service-connect|transitGateways/,
  },
  {
    title: "Active-Active",
    paths: /^\/subscriptions\/.*\/regions$|databases\/\{databaseId\}\/regions/,
  },
  {
    title: "Actions on databases",
    paths: /backup|import|flush|slow-log|traffic|available-target-versions|endpoint-redirections/,
  },
  { title: "Pro databases", paths: /\/databases/ },
  { title: "Pro subscriptions", paths: /^\/subscriptions/ },
  {
    title: "Account",
    paths:
      /^\/($|users|logs|session-logs|cost-report|regions|payment-methods|data-persistence|database-modules|query-)/,
  },
];

const ESSENTIALS_DATABASE = "/fixed/subscriptions/{subscriptionId}/databases/{databaseId}";

const DATABASE = "/subscriptions/{subscriptionId}/databases/{databaseId}";

/** What uses an operation of the API: resources, look-ups, and commands of the command line. */
export const USES: Readonly<Record<string, string>> = {
  "GET /acl/redisRules": "`AclRule`, `getAclRule`",
  "POST /acl/redisRules": "`AclRule`",
  "PUT /acl/redisRules/{aclRedisRuleId}": "`AclRule`",
  "DELETE /acl/redisRules/{aclRedisRuleId}": "`AclRule`",
  "GET /acl/roles": "`AclRole`, `getAclRole`",
  "POST /acl/roles": "`AclRole`",
  "PUT /acl/roles/{aclRoleId}": "`AclRole`",
  "DELETE /acl/roles/{aclRoleId}": "`AclRole`",
  "GET /acl/users": "`AclUser`, `getAclUser`",
  "POST /acl/users": "`AclUser`",
  "GET /acl/users/{aclUserId}": "`AclUser`",
  "PUT /acl/users/{aclUserId}": "`AclUser`",
  "DELETE /acl/users/{aclUserId}": "`AclUser`",
  "GET /cloud-accounts": "`CloudAccount`, `getCloudAccount`",
  "POST /cloud-accounts": "`CloudAccount`",
  "GET /cloud-accounts/{cloudAccountId}": "`CloudAccount`, `getCloudAccount`",
  "PUT /cloud-accounts/{cloudAccountId}": "`CloudAccount`",
  "DELETE /cloud-accounts/{cloudAccountId}": "`CloudAccount`",
  "GET /data-persistence": "`getDataPersistenceOption`",
  "GET /database-modules": "`getDatabaseModule`, checks",
  "GET /fixed/plans": "`getEssentialsPlan`",
  "GET /fixed/plans/subscriptions/{subscriptionId}": "`getEssentialsPlan`, checks",
  "GET /fixed/plans/{planId}": "`getEssentialsPlan`, checks",
  "GET /fixed/redis-versions": "`getEssentialsRedisVersions`, checks",
  "GET /fixed/subscriptions": "`EssentialsSubscription`, `getEssentialsSubscription`",
  "POST /fixed/subscriptions": "`EssentialsSubscription`",
  "PUT /fixed/subscriptions/{subscriptionId}": "`EssentialsSubscription`",
  "DELETE /fixed/subscriptions/{subscriptionId}": "`EssentialsSubscription`",
  "GET /fixed/subscriptions/{subscriptionId}/databases": "`EssentialsDatabase`, `getEssentialsDatabase`",
  "POST /fixed/subscriptions/{subscriptionId}/databases": "`EssentialsDatabase`",
  [`GET ${ESSENTIALS_DATABASE}`]: "`EssentialsDatabase`, `getEssentialsDatabase`",
  [`PUT ${ESSENTIALS_DATABASE}`]: "`EssentialsDatabase`",
  [`DELETE ${ESSENTIALS_DATABASE}`]: "`EssentialsDatabase`",
  [`GET ${ESSENTIALS_DATABASE}/tags`]: "`EssentialsDatabase`, `getDatabaseTags`",
  [`PUT ${ESSENTIALS_DATABASE}/tags`]: "`EssentialsDatabase`",
  [`POST ${ESSENTIALS_DATABASE}/upgrade`]: "`EssentialsDatabase`",
  "GET /": "`getAccount`",
  "GET /users": "`getUsers`, `getUser`",
  "GET /users/{userId}": "`getUser`",
  "GET /logs": "`getSystemLogs`, `logs`",
  "POST /cost-report": "`cost-report`",
  "GET /cost-report/{costReportId}": "`cost-report`",
  "GET /session-logs": "`getSessionLogs`, `logs`",
  "GET /payment-methods": "`getPaymentMethod`, checks",
  "GET /query-performance-factors": "`getQueryPerformanceFactors`, checks",
  "GET /regions": "`getRegion`, checks",
  "GET /tasks": "every resource; `tasks`, `timeline`, `reconcile`",
  "GET /tasks/{taskId}": "every resource",
  "GET /subscriptions": "`Subscription`, `ActiveActiveSubscription`, `getSubscription`",
  "POST /subscriptions": "`Subscription`, `ActiveActiveSubscription`",
  "GET /subscriptions/redis-versions": "`getRedisVersion`, checks",
  "GET /subscriptions/{subscriptionId}": "`Subscription`, `ActiveActiveSubscription`, `getSubscription`",
  "PUT /subscriptions/{subscriptionId}":
    "`Subscription`, `ActiveActiveSubscription`, `SubscriptionEncryptionKeys`",
  "DELETE /subscriptions/{subscriptionId}": "`Subscription`, `ActiveActiveSubscription`",
  "GET /subscriptions/{subscriptionId}/cidr": "`Subscription`, `getSubscription`",
  "PUT /subscriptions/{subscriptionId}/cidr": "`Subscription`",
  "GET /subscriptions/{subscriptionId}/maintenance-windows":
    "`Subscription`, `ActiveActiveSubscription`, `getSubscription`",
  "PUT /subscriptions/{subscriptionId}/maintenance-windows": "`Subscription`, `ActiveActiveSubscription`",
  "GET /subscriptions/{subscriptionId}/pricing":
    "`Subscription`, cost estimates, `reconcile`, `getSubscriptionPricing`",
  "PUT /subscriptions/{subscriptionId}/resource-tags": "`Subscription`",
  "GET /subscriptions/{subscriptionId}/regions": "`ActiveActiveRegion`, `getActiveActiveRegion`",
  "POST /subscriptions/{subscriptionId}/regions": "`ActiveActiveRegion`",
  "DELETE /subscriptions/{subscriptionId}/regions": "`ActiveActiveRegion`",
  [`PUT ${DATABASE}/regions`]: "`ActiveActiveDatabase`",
  "GET /subscriptions/{subscriptionId}/private-service-connect":
    "`PrivateServiceConnect`, `getPrivateServiceConnect`",
  "POST /subscriptions/{subscriptionId}/private-service-connect": "`PrivateServiceConnect`",
  "DELETE /subscriptions/{subscriptionId}/private-service-connect": "`PrivateServiceConnect`",
  "GET /subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}":
    "`PrivateServiceConnectEndpoint`, `getPrivateServiceConnectEndpoints`",
  "POST /subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}":
    "`PrivateServiceConnectEndpoint`",
  "PUT /subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}":
    "`PrivateServiceConnectEndpointAccepter`",
  "DELETE /subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}":
    "`PrivateServiceConnectEndpoint`",
  "GET /subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}/creationScripts":
    "`PrivateServiceConnectEndpoint`, `getPrivateServiceConnectEndpointCreationScript`",
  "GET /subscriptions/{subscriptionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}/deletionScripts":
    "`getPrivateServiceConnectEndpointDeletionScript`",
  "GET /subscriptions/{subscriptionId}/private-link": "`PrivateLink`, `getPrivateLink`",
  "POST /subscriptions/{subscriptionId}/private-link": "`PrivateLink`",
  "DELETE /subscriptions/{subscriptionId}/private-link": "`PrivateLink`",
  "POST /subscriptions/{subscriptionId}/private-link/principals": "`PrivateLink`",
  "DELETE /subscriptions/{subscriptionId}/private-link/principals": "`PrivateLink`",
  "GET /subscriptions/{subscriptionId}/private-link/endpoint-script": "`getPrivateLinkEndpointScript`",
  "GET /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect":
    "`PrivateServiceConnect`, `getPrivateServiceConnect`",
  "POST /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect":
    "`PrivateServiceConnect`",
  "DELETE /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect":
    "`PrivateServiceConnect`",
  "GET /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}":
    "`PrivateServiceConnectEndpoint`, `getPrivateServiceConnectEndpoints`",
  "POST /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}":
    "`PrivateServiceConnectEndpoint`",
  "PUT /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}":
    "`PrivateServiceConnectEndpointAccepter`",
  "DELETE /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}":
    "`PrivateServiceConnectEndpoint`",
  "GET /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}/creationScripts":
    "`PrivateServiceConnectEndpoint`, `getPrivateServiceConnectEndpointCreationScript`",
  "GET /subscriptions/{subscriptionId}/regions/{regionId}/private-service-connect/{pscServiceId}/endpoints/{endpointId}/deletionScripts":
    "`getPrivateServiceConnectEndpointDeletionScript`",
  "GET /subscriptions/{subscriptionId}/regions/{regionId}/private-link": "`PrivateLink`, `getPrivateLink`",
  "POST /subscriptions/{subscriptionId}/regions/{regionId}/private-link": "`PrivateLink`",
  "DELETE /subscriptions/{subscriptionId}/regions/{regionId}/private-link": "`PrivateLink`",
  "POST /subscriptions/{subscriptionId}/regions/{regionId}/private-link/principals": "`PrivateLink`",
  "DELETE /subscriptions/{subscriptionId}/regions/{regionId}/private-link/principals": "`PrivateLink`",
  "GET /subscriptions/{subscriptionId}/regions/{regionId}/private-link/endpoint-script":
    "`getPrivateLinkEndpointScript`",
  "GET /subscriptions/{subscriptionId}/transitGateways": "`TransitGatewayAttachment`, `getTransitGateways`",
  "GET /subscriptions/{subscriptionId}/transitGateways/invitations":
    "`TransitGatewayInvitationAcceptor`, `getTransitGatewayInvitations`",
  "PUT /subscriptions/{subscriptionId}/transitGateways/invitations/{tgwInvitationId}/accept":
    "`TransitGatewayInvitationAcceptor`",
  "PUT /subscriptions/{subscriptionId}/transitGateways/invitations/{tgwInvitationId}/reject":
    "`TransitGatewayInvitationAcceptor`",
  "POST /subscriptions/{subscriptionId}/transitGateways/{TgwId}/attachment": "`TransitGatewayAttachment`",
  "PUT /subscriptions/{subscriptionId}/transitGateways/{TgwId}/attachment":
    "`TransitGatewayAttachment`, `TransitGatewayRoutes`",
  "DELETE /subscriptions/{subscriptionId}/transitGateways/{TgwId}/attachment": "`TransitGatewayAttachment`",
  "GET /subscriptions/{subscriptionId}/regions/{regionId}/transitGateways":
    "`TransitGatewayAttachment`, `getTransitGateways`",
  "GET /subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/invitations":
    "`TransitGatewayInvitationAcceptor`, `getTransitGatewayInvitations`",
  "PUT /subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/invitations/{tgwInvitationId}/accept":
    "`TransitGatewayInvitationAcceptor`",
  "PUT /subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/invitations/{tgwInvitationId}/reject":
    "`TransitGatewayInvitationAcceptor`",
  "POST /subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/{TgwId}/attachment":
    "`TransitGatewayAttachment`",
  "PUT /subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/{TgwId}/attachment":
    "`TransitGatewayAttachment`, `TransitGatewayRoutes`",
  "DELETE /subscriptions/{subscriptionId}/regions/{regionId}/transitGateways/{TgwId}/attachment":
    "`TransitGatewayAttachment`",
  "GET /subscriptions/{subscriptionId}/peerings": "`SubscriptionPeering`, `getSubscriptionPeerings`",
  "POST /subscriptions/{subscriptionId}/peerings": "`SubscriptionPeering`",
  "PUT /subscriptions/{subscriptionId}/peerings/{peeringId}": "`SubscriptionPeering`",
  "DELETE /subscriptions/{subscriptionId}/peerings/{peeringId}": "`SubscriptionPeering`",
  "GET /subscriptions/{subscriptionId}/regions/peerings": "`SubscriptionPeering`, `getSubscriptionPeerings`",
  "POST /subscriptions/{subscriptionId}/regions/peerings": "`SubscriptionPeering`",
  "PUT /subscriptions/{subscriptionId}/regions/peerings/{peeringId}": "`SubscriptionPeering`",
  "DELETE /subscriptions/{subscriptionId}/regions/peerings/{peeringId}": "`SubscriptionPeering`",
  "GET /subscriptions/{subscriptionId}/databases": "`Database`, `ActiveActiveDatabase`, `getDatabase`",
  "POST /subscriptions/{subscriptionId}/databases": "`Database`, `ActiveActiveDatabase`",
  [`GET ${DATABASE}`]: "`Database`, `ActiveActiveDatabase`, `getDatabase`",
  [`PUT ${DATABASE}`]: "`Database`",
  [`DELETE ${DATABASE}`]: "`Database`, `ActiveActiveDatabase`",
  [`GET ${DATABASE}/certificate`]: "`Database`, `ActiveActiveDatabase`, `getDatabaseCertificate`",
  [`GET ${DATABASE}/tags`]: "`Database`, `ActiveActiveDatabase`, `getDatabaseTags`",
  [`PUT ${DATABASE}/tags`]: "`Database`, `ActiveActiveDatabase`",
  [`POST ${DATABASE}/upgrade`]: "`Database`",
  [`GET ${DATABASE}/backup`]: "`DatabaseBackup`, `getDatabaseBackupStatus`",
  [`GET ${DATABASE}/upgrade`]: "`Database` (live status)",
  [`GET ${DATABASE}/available-target-versions`]: "`getAvailableTargetVersions`, checks",
  [`GET ${ESSENTIALS_DATABASE}/upgrade`]: "`EssentialsDatabase` (live status)",
  [`GET ${ESSENTIALS_DATABASE}/available-target-versions`]: "`getAvailableTargetVersions`, checks",
  [`POST ${DATABASE}/backup`]: "`DatabaseBackup`, `backup`",
  [`GET ${DATABASE}/import`]: "`DatabaseImport`, `getDatabaseImportStatus`",
  [`POST ${DATABASE}/import`]: "`DatabaseImport`, `import`",
  [`PUT ${DATABASE}/flush`]: "`flush`",
  [`GET ${ESSENTIALS_DATABASE}/backup`]: "`EssentialsDatabaseBackup`, `getDatabaseBackupStatus`",
  [`POST ${ESSENTIALS_DATABASE}/backup`]: "`EssentialsDatabaseBackup`, `backup`",
  [`GET ${ESSENTIALS_DATABASE}/import`]: "`EssentialsDatabaseImport`, `getDatabaseImportStatus`",
  [`POST ${ESSENTIALS_DATABASE}/import`]: "`EssentialsDatabaseImport`, `import`",
  [`GET ${DATABASE}/slow-log`]: "`getDatabaseSlowLog`",
  [`GET ${ESSENTIALS_DATABASE}/slow-log`]: "`getDatabaseSlowLog`",
  [`GET ${DATABASE}/traffic`]: "`getDatabaseTraffic`, `EndpointRedirection`",
  [`GET ${ESSENTIALS_DATABASE}/traffic`]: "`getDatabaseTraffic`, `EndpointRedirection`",
  "POST /endpoint-redirections": "`EndpointRedirection`",
  "GET /endpoint-redirections/{redirectionId}": "`EndpointRedirection`",
  "POST /endpoint-redirections/{redirectionId}/revert": "`EndpointRedirection`",
};

const ALL_TAGS = "Resources set all tags of a database at once.";
const RESUME =
  "Traffic after a redirection is resumed in the console, by whoever has seen that the clients have moved.";
const MEMBERS = "The API cannot invite team members, so they are changed and removed in the console, too.";
const CONNECTIONS = "A connection ends when its owner deletes the VPC endpoint, or in the console.";

/** Why an operation that nothing uses is not used. */
export const UNUSED: Readonly<Record<string, string>> = {
  "GET /fixed/subscriptions/{subscriptionId}": "The list of subscriptions tells as much.",
  [`POST ${ESSENTIALS_DATABASE}/tags`]: ALL_TAGS,
  [`PUT ${ESSENTIALS_DATABASE}/tags/{tagKey}`]: ALL_TAGS,
  [`DELETE ${ESSENTIALS_DATABASE}/tags/{tagKey}`]: ALL_TAGS,
  [`POST ${ESSENTIALS_DATABASE}/traffic/resume`]: RESUME,
  [`POST ${DATABASE}/tags`]: ALL_TAGS,
  [`PUT ${DATABASE}/tags/{tagKey}`]: ALL_TAGS,
  [`DELETE ${DATABASE}/tags/{tagKey}`]: ALL_TAGS,
  [`POST ${DATABASE}/traffic/resume`]: RESUME,
  "POST /subscriptions/{subscriptionId}/private-link/connections/disassociate": CONNECTIONS,
  "POST /subscriptions/{subscriptionId}/regions/{regionId}/private-link/connections/disassociate":
    CONNECTIONS,
  "PUT /users/{userId}": MEMBERS,
  "DELETE /users/{userId}": MEMBERS,
};

/** Operations of a preview of the vendor's, whose paths go on as another service decides. */
const OF_PREVIEW = /data-integration-workspace/;
const PREVIEW = "A preview of the vendor's, which may change.";

/** Every operation of the API, e.g. `GET /users/{userId}`. */
export const operations: readonly string[] = Object.entries(OPERATIONS).flatMap(([path, methods]) =>
  methods.map((method) => `${method} ${path}`),
);

const areaOf = (operation: string): Area | undefined =>
  AREAS.find(({ paths }) => paths.test(operation.slice(operation.indexOf(" ") + 1)));

/** Why an operation is not used; undefined if no reason is given. */
export const reasonFor = (operation: string): string | undefined =>
  OF_PREVIEW.test(operation) ? PREVIEW : UNUSED[operation];

/** The page on the coverage of the API. */
export function coveragePage(): string {
  const used = operations.filter((operation) => operation in USES);
  const sections = AREAS.map((area) => {
    const all = operations.filter((operation) => areaOf(operation) === area);
    const rows = all.filter((operation) => operation in USES).map((one) => `| \`${one}\` | ${USES[one]} |`);
    const table = rows.length > 0 ? ["| Operation | Used by |", "| --- | --- |", ...rows, ""] : [];
    const unused = all.filter((operation) => !(operation in USES));
    const reasons = unused.map((one) => `| \`${one}\` | ${reasonFor(one)} |`);
    const rest = reasons.length > 0 ? ["| Not used | Because |", "| --- | --- |", ...reasons, ""] : [];
    return [`## ${area.title}: ${rows.length} of ${all.length}`, "", ...table, ...rest].join("\n");
  });
  return [
    "# API coverage",
    "",
    "<!-- Written by `npm run docs`; do not edit. -->",
    "",
    `The Redis Cloud API has ${operations.length} operations. The provider uses ${used.length} of them; the simulator serves`,
    "these and some more, and answers 501 to the others.",
    "",
    ...sections,
  ].join("\n");
}
