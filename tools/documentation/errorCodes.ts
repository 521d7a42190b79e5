import { adviceForCode } from "../../provider/api/advice";
import { PASSING } from "../../provider/lifecycle/error";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import { DATABASE_ADVICE } from "../../provider/resources/database/advice";
import { ACL_ROLE_REFUSALS } from "../../simulator/resources/aclRole/refusals";
import { ACL_RULE_REFUSALS } from "../../simulator/resources/aclRule/refusals";
import { ACL_USER_REFUSALS } from "../../simulator/resources/aclUser/refusals";
import { ACTIVE_ACTIVE_REGION_REFUSALS } from "../../simulator/resources/activeActiveRegion/refusals";
import { CLOUD_ACCOUNT_REFUSALS } from "../../simulator/resources/cloudAccount/refusals";
import { ACTIVE_ACTIVE_DATABASE_REFUSALS } from "../../simulator/resources/database/activeActiveRefusals";
import { DATABASE_REFUSALS } from "../../simulator/resources/database/refusals";
import { ESSENTIALS_DATABASE_REFUSALS } from "../../simulator/resources/essentialsDatabase/refusals";
import { ESSENTIALS_SUBSCRIPTION_REFUSALS } from "../../simulator/resources/essentialsSubscription/refusals";
import { PRIVATE_LINK_REFUSALS } from "../../simulator/resources/privateLink/refusals";
import { PRIVATE_SERVICE_CONNECT_REFUSALS } from "../../simulator/resources/privateServiceConnect/refusals";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT_REFUSALS } from "../../simulator/resources/privateServiceConnectEndpoint/refusals";
import { DESCRIPTIONS } from "../../simulator/resources/refusals";
import { ACTIVE_ACTIVE_SUBSCRIPTION_REFUSALS } from "../../simulator/resources/subscription/activeActiveRefusals";
import { SUBSCRIPTION_REFUSALS } from "../../simulator/resources/subscription/refusals";
import { SUBSCRIPTION_PEERING_REFUSALS } from "../../simulator/resources/subscriptionPeering/refusals";
import { TRANSIT_GATEWAY_REFUSALS } from "../../simulator/resources/transitGateway/refusals";
import { TRANSIT_GATEWAY_ATTACHMENT_REFUSALS } from "../../simulator/resources/transitGatewayAttachment/refusals";
import { TRANSIT_GATEWAY_INVITATION_REFUSALS } from "../../simulator/resources/transitGatewayInvitation/refusals";
import { withCode } from "./markdown";
import { MEANINGS } from "./meanings";

type Refusals = Readonly<Record<string, string>>;

const matching = (pattern: RegExp, refusals: Refusals): Refusals =>
  Object.fromEntries(Object.entries(refusals).filter(([code]) => pattern.test(code)));

const ACTION =
  /DATABASE_IMPORT|BACKUP_DISABLED|BACKUP_(STATUS_)?(MISSING_REGION|REGION_NAME)|_BACKUP_.*REGION_NAME/;
const KEYS = /CUSTOMER_MANAGED/;
const DATABASES = matching(new RegExp(`^(?!.*(${ACTION.source}))`), DATABASE_REFUSALS);
const IMPORTS = matching(/DATABASE_IMPORT/, DATABASE_REFUSALS);
const BACKUPS = matching(/BACKUP_DISABLED/, DATABASE_REFUSALS);
const GATEWAY = /^TGW_(CLOUD|DOES|REGION)/;

/** The API's codes that concern a kind of resource, with their meanings. */
const REFUSALS: Readonly<Record<string, Refusals>> = {
  CloudAccount: CLOUD_ACCOUNT_REFUSALS,
  Subscription: SUBSCRIPTION_REFUSALS,
  Database: DATABASES,
  EssentialsSubscription: ESSENTIALS_SUBSCRIPTION_REFUSALS,
  EssentialsDatabase: { ...ESSENTIALS_DATABASE_REFUSALS, ...DATABASES },
  ActiveActiveSubscription: { ...ACTIVE_ACTIVE_SUBSCRIPTION_REFUSALS, ...SUBSCRIPTION_REFUSALS },
  SubscriptionEncryptionKeys: matching(KEYS, {
    ...SUBSCRIPTION_REFUSALS,
    ...ACTIVE_ACTIVE_SUBSCRIPTION_REFUSALS,
  }),
  ActiveActiveRegion: ACTIVE_ACTIVE_REGION_REFUSALS,
  ActiveActiveDatabase: {
    ...matching(new RegExp(`^(?!.*(${ACTION.source}|FLUSH))`), ACTIVE_ACTIVE_DATABASE_REFUSALS),
    ...DATABASES,
  },
  SubscriptionPeering: SUBSCRIPTION_PEERING_REFUSALS,
  PrivateServiceConnect: PRIVATE_SERVICE_CONNECT_REFUSALS,
  PrivateServiceConnectEndpoint: matching(
    /^(?!.*UPDATE_ENDPOINT_REQUEST)/,
    PRIVATE_SERVICE_CONNECT_ENDPOINT_REFUSALS,
  ),
  PrivateServiceConnectEndpointAccepter: matching(
    /UPDATE_ENDPOINT_REQUEST|PSC_ENDPOINT_NOT/,
    PRIVATE_SERVICE_CONNECT_ENDPOINT_REFUSALS,
  ),
  PrivateLink: PRIVATE_LINK_REFUSALS,
  TransitGatewayInvitationAcceptor: {
    ...TRANSIT_GATEWAY_INVITATION_REFUSALS,
    ...matching(GATEWAY, TRANSIT_GATEWAY_REFUSALS),
  },
  TransitGatewayAttachment: { ...TRANSIT_GATEWAY_ATTACHMENT_REFUSALS, ...TRANSIT_GATEWAY_REFUSALS },
  TransitGatewayRoutes: matching(/ATTACHMENT_(CIDRS|IS|DOES)/, TRANSIT_GATEWAY_ATTACHMENT_REFUSALS),
  AclRule: ACL_RULE_REFUSALS,
  AclRole: { ...ACL_ROLE_REFUSALS, ...matching(/RULE_DOES_NOT_EXISTS/, ACL_RULE_REFUSALS) },
  AclUser: { ...ACL_USER_REFUSALS, ...matching(/ROLE_(DOES_NOT_EXISTS|IS_IN_PENDING)/, ACL_ROLE_REFUSALS) },
  DatabaseBackup: { ...BACKUPS, ...matching(ACTION, ACTIVE_ACTIVE_DATABASE_REFUSALS) },
  EssentialsDatabaseBackup: { ...BACKUPS, ...matching(/BACKUP_NOT/, ESSENTIALS_DATABASE_REFUSALS) },
  DatabaseImport: IMPORTS,
  EssentialsDatabaseImport: IMPORTS,
};

/** An error code of the API, as a page shows it. */
export interface ErrorCode {
  readonly code: string;
  readonly meaning: string;
  /** Empty where the arguments have to be corrected. */
  readonly nextStep: string;
}

/** The same request in the form for the other kind of subscription. */
const OTHER_FORM = /NOT_ALLOWED_WITH_(AN?_)?(SINGLE_REGION|ACTIVE_ACTIVE|FLEXIBLE)_SUBSCRIPTION$/;

/** The codes that concern a kind of resource, in alphabetical order. */
export function errorCodesOf(declaration: AnyDeclaration): readonly ErrorCode[] {
  const { typeName, kind } = declaration;
  const refusals = REFUSALS[typeName] ?? {};
  const isDatabase = /Database$/.test(typeName);
  const advised = Object.keys(kind.advice ?? {}).filter((code) => isDatabase || !(code in DATABASE_ADVICE));
  const codes = [...new Set([...Object.keys(refusals), ...advised, ...kind.passingRefusals])];
  const shown = codes.filter((code) => !OTHER_FORM.test(code)).sort();
  return shown.map((code) => ({
    code,
    meaning: meaningOf(code),
    nextStep: withCode(nextStepOf(code, declaration)),
  }));
}

/** Whether the API has forms of requests that it refuses for the other kind of subscription. */
export const hasForms = ({ typeName }: AnyDeclaration): boolean =>
  Object.keys(REFUSALS[typeName] ?? {}).filter((code) => OTHER_FORM.test(code)).length > 2;

/** What a code of the API means. */
export function meaningOf(code: string): string {
  const text = MEANINGS[code] ?? (DESCRIPTIONS as Refusals)[code];
  if (text === undefined) throw new Error(`The meaning of ${code} is missing in meanings.ts.`);
  const marked = text.replace(/(?<![\w`])'([^']+)'/g, "`$1`");
  return marked.endsWith(".") ? marked : `${marked}.`;
}

const WAIT = "The run waits and sends the request again.";

function nextStepOf(code: string, { kind }: AnyDeclaration): string {
  const advice = adviceForCode(code, kind.advice);
  if (kind.lateGrants?.codes.includes(code)) return `${WAIT} After ten minutes it fails: ${advice}`;
  if (PASSING.includes(code) || kind.passingRefusals.includes(code)) return WAIT;
  if (advice !== undefined) return advice;
  return /_(NOT_FOUND|NOT_EXISTS?)$/.test(code)
    ? "Check the ID or the name. If it was deleted elsewhere, `pulumi refresh` removes it from the state."
    : "";
}
