import type { Advice } from "../../api/advice";
import { DATABASE_ADVICE } from "../database/advice";

export const ESSENTIALS_DATABASE_ADVICE: Advice = {
  ...DATABASE_ADVICE,
  DATABASE_REDIS_VERSION_INVALID_VALUE: "Choose one of getEssentialsRedisVersions().",
  DATABASE_UPGRADE_INVALID_REDIS_VERSION:
    "Redis Cloud can only upgrade, to a version that getEssentialsRedisVersions() lists: choose a later one.",
  FIXED_DATABASE_FIXED_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT:
    "Remove a database of the subscription, or give the subscription a plan with more databases.",
};
