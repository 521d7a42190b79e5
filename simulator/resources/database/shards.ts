import type { Database } from "./state";

/** Capacity of one shard, after the vendor's page on sizing. */
const SHARD_SIZE_GB = 25;
const SHARD_OPERATIONS_PER_SECOND = 25_000;

/** Gigabytes of data that fit: half of the memory when there is a replica. */
export function datasetSizeInGb(database: Database): number {
  return database.replication ? database.memoryLimitInGb / 2 : database.memoryLimitInGb;
}

/** Shards, without those of the replica. */
export function numberOfShards(database: Database): number {
  const { by, value } = database.throughputMeasurement;
  const forSize = Math.ceil(datasetSizeInGb(database) / SHARD_SIZE_GB);
  const forThroughput = by === "number-of-shards" ? value : Math.ceil(value / SHARD_OPERATIONS_PER_SECOND);
  return Math.max(1, forSize, forThroughput);
}

/** Shards with those of the replica, which takes as many again. */
export function shardsInUse(database: Database): number {
  return numberOfShards(database) * (database.replication ? 2 : 1);
}

/** The type of shard that a database is billed by. */
export function shardTypeOf(database: Database): "micro" | "small" | "high-throughput" | "large" {
  const perShard = datasetSizeInGb(database) / numberOfShards(database);
  const { by, value } = database.throughputMeasurement;
  const operations = by === "number-of-shards" ? 0 : value / numberOfShards(database);
  if (perShard <= 1 && operations <= 1000) return "micro";
  if (perShard <= 5 && operations <= 5000) return "small";
  return perShard <= 15 ? "high-throughput" : "large";
}
