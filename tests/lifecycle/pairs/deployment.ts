import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { Held, Stack } from "../stack";
import {
  type Args,
  argumentsReferringTo,
  type Program,
  type Reference,
  type Resource,
  resolved,
  resourceOf,
  type Type,
} from "./program";

/** What a preview tells of a resource that is there. */
export interface Previewed {
  readonly shows: "same" | "update" | "replace";
  /** Arguments whose change updates it, or replaces it. */
  readonly lists: readonly string[];
}

/** What others refer to by name. */
const NAMED: readonly Type[] = ["AclRule", "AclRole"];

/** Programs in a stack, one after the other, in the order in which the engine goes through their resources. */
export class Deployment {
  program: Program = [];

  constructor(readonly stack: Stack) {}

  /** What a preview of the program tells of the resources that are there, by logical name. */
  async preview(program: Program): Promise<ReadonlyMap<string, Previewed>> {
    const previewed = new Map<string, Previewed>();
    // The engine takes the inputs for the outputs, so names are known before anything is created.
    const names = new Map<string, unknown>();
    for (const resource of program) {
      const isNew = ({ of }: Reference) => !this.stack.has(of) || previewed.get(of)?.shows === "replace";
      const args = resolved(resource.args, (reference) => {
        if (reference.as === "name") return names.get(reference.of);
        return isNew(reference) ? unknownValue : this.valueOf(reference);
      });
      if (NAMED.includes(resource.type))
        names.set(resource.name, await this.stack.nameIn(resource.type, resource.name, { ...args }));
      const isNewRegion = resource.type === "ActiveActiveRegion" && !this.stack.has(resource.name);
      // Databases may name what is only to be added.
      if (isNewRegion) await this.stack.previewNew(resource.type, resource.name, { ...args });
      if (!this.stack.has(resource.name)) continue;
      const shows = await this.stack.preview(resource.name, { ...args });
      previewed.set(resource.name, { shows, lists: await this.stack.changed(resource.name, { ...args }) });
    }
    return previewed;
  }

  /** Brings the program about: what is replaced is deleted first, what is not declared any more at the end. */
  async up(program: Program): Promise<void> {
    const previewed = await this.preview(program);
    const goes = new Set<string>();
    for (const resource of this.program)
      if (previewed.get(resource.name)?.shows === "replace" || (await this.isReplacedWith(resource, goes)))
        goes.add(resource.name);
    await this.destroy(({ name }) => goes.has(name));
    const brought = new Map<string, Promise<Held>>();
    for (const resource of program) {
      const before = resource.dependsOn.map((name) => brought.get(name));
      brought.set(
        resource.name,
        Promise.all(before).then(() => this.bring(resource)),
      );
    }
    const outcomes = await Promise.allSettled(brought.values());
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    await this.destroy(({ name }) => resourceOf(program, name) === undefined);
    this.program = program;
  }

  /** Whether a resource is replaced because those are that it refers to: the engine makes these arguments unknown. */
  private async isReplacedWith(resource: Resource, replaced: ReadonlySet<string>): Promise<boolean> {
    const unknown = argumentsReferringTo(resource, replaced).map((name) => [name, unknownValue] as const);
    if (unknown.length === 0 || !this.stack.has(resource.name)) return false;
    const { inputs } = this.stack.state(resource.name);
    return this.stack.isReplacedBy(resource.name, { ...inputs, ...Object.fromEntries(unknown) });
  }

  /** The arguments of a resource that is there, with the values of what it refers to. */
  argsOf(resource: Resource): Args {
    return resolved(resource.args, (reference) => this.valueOf(reference));
  }

  private bring(resource: Resource): Promise<Held> {
    const { type, name } = resource;
    const args = { ...this.argsOf(resource) };
    return this.stack.up(type, name, args);
  }

  /** Deletes what is there, whatever depends on it first. */
  private async destroy(isMeant: (resource: Resource) => boolean): Promise<void> {
    const meant = this.program.filter((resource) => isMeant(resource) && this.stack.has(resource.name));
    for (const type of [
      "AclUser",
      "AclRole",
      "AclRule",
      "Database",
      "EssentialsDatabase",
      "ActiveActiveDatabase",
      "ActiveActiveRegion",
      "Subscription",
      "EssentialsSubscription",
      "ActiveActiveSubscription",
      "CloudAccount",
    ] as const) {
      const ofType = meant.filter((resource) => resource.type === type);
      await Promise.all(ofType.map(({ name }) => this.stack.destroy(name)));
    }
  }

  private valueOf({ of, as }: Reference): unknown {
    const { id, outputs } = this.stack.state(of);
    if (as === "region") return outputs.region;
    if (as === "name") return outputs.name;
    if (as === "databaseId") return outputs.databaseId;
    return as === "number" ? Number(id) : id;
  }
}
