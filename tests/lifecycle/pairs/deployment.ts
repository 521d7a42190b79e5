import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { Held, Stack } from "../stack";
import { type Args, type Program, type Reference, type Resource, resolved, resourceOf } from "./program";

/** What a preview tells of a resource that is there. */
export interface Previewed {
  readonly shows: "same" | "update" | "replace";
  /** Arguments whose change updates it, or replaces it. */
  readonly lists: readonly string[];
}

/** Programs in a stack, one after the other, in the order in which the engine goes through their resources. */
export class Deployment {
  program: Program = [];

  constructor(readonly stack: Stack) {}

  /** What a preview of the program tells of the resources that are there, by logical name. */
  async preview(program: Program): Promise<ReadonlyMap<string, Previewed>> {
    const previewed = new Map<string, Previewed>();
    for (const resource of program) {
      if (!this.stack.has(resource.name)) continue;
      const isNew = ({ idOf }: Reference) =>
        !this.stack.has(idOf) || previewed.get(idOf)?.shows === "replace";
      const args = resolved(resource.args, (reference) =>
        isNew(reference) ? unknownValue : this.idOf(reference),
      );
      const shows = await this.stack.preview(resource.name, { ...args });
      previewed.set(resource.name, { shows, lists: await this.stack.changed(resource.name, { ...args }) });
    }
    return previewed;
  }

  /** Brings the program about: what is replaced is deleted first, what is not declared any more at the end. */
  async up(program: Program): Promise<void> {
    const previewed = await this.preview(program);
    const goes = new Set<string>();
    for (const { name, dependsOn } of this.program)
      if (previewed.get(name)?.shows === "replace" || dependsOn.some((other) => goes.has(other)))
        goes.add(name);
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

  /** The arguments of a resource that is there, with the IDs of what it refers to. */
  argsOf(resource: Resource): Args {
    return resolved(resource.args, (reference) => this.idOf(reference));
  }

  private bring(resource: Resource): Promise<Held> {
    const { type, name } = resource;
    const args = { ...this.argsOf(resource) };
    if (type === "CloudAccount") return this.stack.cloudAccount(name, args);
    return type === "Subscription" ? this.stack.subscription(name, args) : this.stack.database(name, args);
  }

  /** Deletes what is there, whatever depends on it first. */
  private async destroy(isMeant: (resource: Resource) => boolean): Promise<void> {
    const meant = this.program.filter((resource) => isMeant(resource) && this.stack.has(resource.name));
    for (const type of ["Database", "Subscription", "CloudAccount"] as const) {
      const ofType = meant.filter((resource) => resource.type === type);
      await Promise.all(ofType.map(({ name }) => this.stack.destroy(name)));
    }
  }

  private idOf({ idOf, as }: Reference): string | number {
    const { id } = this.stack.state(idOf);
    return as === "number" ? Number(id) : id;
  }
}
