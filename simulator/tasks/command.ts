import type { CloudAccountCreateRequest, CloudAccountUpdateRequest } from "../requests/cloudAccount";
import type {
  DatabaseBackupRequest,
  DatabaseCreateRequest,
  DatabaseImportRequest,
  DatabaseUpdateRequest,
  DatabaseUpgradeRequest,
} from "../requests/database";
import type {
  CidrUpdateRequest,
  MaintenanceWindowsUpdateRequest,
  ResourceTagsUpdateRequest,
  SubscriptionCreateRequest,
  SubscriptionKeysUpdateRequest,
  SubscriptionUpdateRequest,
} from "../requests/subscription";

interface OnSubscription {
  subscriptionId: number;
}
interface OnDatabase extends OnSubscription {
  databaseId: number;
}
interface OnCloudAccount {
  cloudAccountId: number;
}

/** What a task has to do, by the `commandType` that its envelope shows. */
export type Command =
  | { commandType: "subscriptionCreateRequest"; body: SubscriptionCreateRequest }
  | ({
      commandType: "subscriptionUpdateRequest";
      body: SubscriptionUpdateRequest | SubscriptionKeysUpdateRequest;
    } & OnSubscription)
  | ({ commandType: "subscriptionDeleteRequest" } & OnSubscription)
  | ({
      commandType: "subscriptionResourceTagsUpdateRequest";
      body: ResourceTagsUpdateRequest;
    } & OnSubscription)
  | ({
      commandType: "subscriptionMaintenanceWindowsUpdateRequest";
      body: MaintenanceWindowsUpdateRequest;
    } & OnSubscription)
  | ({ commandType: "cidrGetRequest" } & OnSubscription)
  | ({ commandType: "cidrUpdateRequest"; body: CidrUpdateRequest } & OnSubscription)
  | ({ commandType: "databaseCreateRequest"; body: DatabaseCreateRequest } & OnSubscription)
  | ({ commandType: "databaseUpdateRequest"; body: DatabaseUpdateRequest } & OnDatabase)
  | ({ commandType: "databaseDeleteRequest" } & OnDatabase)
  | ({ commandType: "databaseUpgradeRequest"; body: DatabaseUpgradeRequest } & OnDatabase)
  | ({ commandType: "databaseBackupRequest"; body: DatabaseBackupRequest } & OnDatabase)
  | ({ commandType: "databaseBackupStatusRequest" } & OnDatabase)
  | ({ commandType: "databaseImportRequest"; body: DatabaseImportRequest } & OnDatabase)
  | ({ commandType: "databaseImportStatusRequest" } & OnDatabase)
  | { commandType: "cloudAccountCreateRequest"; body: CloudAccountCreateRequest }
  | ({ commandType: "cloudAccountUpdateRequest"; body: CloudAccountUpdateRequest } & OnCloudAccount)
  | ({ commandType: "cloudAccountDeleteRequest" } & OnCloudAccount);

/** The command with this `commandType`. */
export type CommandOf<Type extends Command["commandType"]> = Extract<Command, { commandType: Type }>;
