import { stopHosts } from "./inlinePrograms";

afterAll(stopHosts);

export { CommandFailedError, type CommandResult, type RunningCommand } from "./command";
export { type Declared, type Scenario, scenario } from "./declared";
export { isAlive } from "./processes";
export { createProject, type ProjectOptions, PulumiProject, type RunOptions } from "./project";
export { type RedisCloud, startRedisCloud } from "./redisCloud";
export { dynamicResources, type ExportedResource, type ExportedState, type KnownResource } from "./state";
