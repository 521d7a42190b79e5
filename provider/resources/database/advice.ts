import type { Advice } from "../../api/advice";

const PASSWORD_WHILE_OFF =
  "Leave the password as it is while enableDefaultUser is false, or turn the default user on to change it.";

/** For databases of every kind of subscription. */
export const DATABASE_ADVICE: Advice = {
  CRDB_FLUSH_ACTION_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The API flushes Active-Active databases only: connect to the database and run FLUSHALL.",
  DATABASE_INVALID_CERT: "Specify the certificate in PEM form.",
  DATABASE_NAME_EXISTS:
    "Database names are unique within a subscription: choose another name, or remove the database that has it.",
  DATABASE_PORT_IS_UNAVAILABLE: "Choose another port, or omit it.",
  DATABASE_REDIS_VERSION_INVALID_VALUE: "Choose one of getRedisVersions().",
  DATABASE_SIZE_TOO_BIG: "Choose a smaller datasetSizeInGb, or ask Redis support for a higher limit.",
  DATABASE_SUBSCRIPTION_IN_PENDING_STATUS: "The subscription is changing: run again when it is active.",
  DATABASE_UPGRADE_INVALID_REDIS_VERSION:
    "Redis Cloud can only upgrade, to a version that getRedisVersions() lists: choose a later one.",
  DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED: PASSWORD_WHILE_OFF,
  NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED: PASSWORD_WHILE_OFF,
};
