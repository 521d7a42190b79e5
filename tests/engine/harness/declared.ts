import { writeFileSync } from "node:fs";
import path from "node:path";
import type { SimulatorOptions } from "../../../simulator";
import { createProject, type PulumiProject } from "./project";
import { type RedisCloud, startRedisCloud } from "./redisCloud";

/** The resources of the program `declared`, besides its subscription `main`. */
export interface Declared {
  readonly subscription?: object;
  /** Arguments by logical name, including the resource's `options`. */
  readonly databases?: Readonly<Record<string, object>>;
  readonly cloudAccounts?: Readonly<Record<string, object>>;
}

/** A simulator, and a project whose program is edited between runs. */
export interface Scenario {
  readonly cloud: RedisCloud;
  readonly project: PulumiProject;
  declare(declared: Declared): void;
  urn(type: "Subscription" | "Database", logicalName: string): string;
  /** Runs `pulumi up` until a matching request was answered, then kills the engine and the provider. */
  killAfter(request: RegExp): Promise<void>;
  close(): Promise<void>;
}

export async function scenario(name: string, options: SimulatorOptions = {}): Promise<Scenario> {
  const cloud = await startRedisCloud(options);
  const project = await createProject({ name, program: "declared", env: cloud.env });
  return {
    cloud,
    project,
    declare: (declared) =>
      writeFileSync(path.join(project.programFolder, "program.json"), JSON.stringify(declared)),
    urn: (type, logicalName) =>
      `urn:pulumi:${project.stack}::${name}::pulumi-nodejs:dynamic/redis-cloud:${type}::${logicalName}`,
    killAfter: async (request) => {
      const before = cloud.writes().length;
      const { child, result } = project.start(["up", "--yes", "--skip-preview"]);
      const isThere = () =>
        cloud
          .writes()
          .slice(before)
          .some((write) => request.test(write));
      while (!isThere() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
      child.kill("SIGKILL");
      project.kill();
      await result;
      await project.run(["cancel", "--yes"]);
    },
    close: async () => {
      await project.dispose();
      await cloud.close();
    },
  };
}
