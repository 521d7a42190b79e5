import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/** The states that the vendor's Go SDK names; `error` does not occur: a fault makes it `provision-failed`. */
export type PrivateServiceConnectState =
  | "create-queued"
  | "initialized"
  | "create-pending"
  | "active"
  | "delete-queued"
  | "delete-pending"
  | "deleted"
  | "provision-failed";

/** The Private Service Connect service of a subscription, or of one region of it. */
export interface PrivateServiceConnect extends Resource<"privateServiceConnect", PrivateServiceConnectState> {
  id: number;
  subscriptionId: number;
  regionId?: number;
  connectionHostName: string;
  serviceAttachmentName: string;
}

/** Refers to the Private Service Connect services of an account. */
export const PRIVATE_SERVICE_CONNECT: KindName<PrivateServiceConnect> = "privateServiceConnect";
