import { stopHosts } from "./inlinePrograms";
import { stopKeyService } from "./keyService";

afterAll(stopHosts);
afterAll(stopKeyService);

export type { CommandResult, RunningCommand } from "./command";
export { type Declared, type Scenario, scenario } from "./declared";
export { isAlive } from "./processes";
export { createProject, PulumiProject } from "./project";
export { type RedisCloud, startRedisCloud } from "./redisCloud";
export { dynamicResources, type ExportedResource, type KnownResource } from "./state";
