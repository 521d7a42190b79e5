import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import { type Declared, dependenciesOf, inOrder, type Program, type Type } from "./declared";
import type { OtherSide } from "./otherSide";
import type { Process } from "./process";
import { argsOf, referencesTo } from "./program";

/** What became of one resource's step. */
export interface Deed {
  readonly name: string;
  readonly step: "create" | "bring" | "delete";
  /** Of what was there before. */
  readonly id?: string;
  isDone: boolean;
}

/**
 * The engine in one run: brings about what the program declares, then deletes what it no longer does. What can go at
 * once goes at once; after a failure nothing new begins, and what is under way ends.
 */
export class Engine {
  readonly deeds: Deed[] = [];
  readonly errors: Error[] = [];

  constructor(
    private readonly process: Process,
    private readonly otherSide: OtherSide,
    /** What each resource of the state depends on, by logical names. */
    private readonly dependencies: Map<string, readonly string[]>,
  ) {}

  private get stack() {
    return this.process.stack;
  }

  async up(program: Program): Promise<void> {
    const brought = new Map<string, Promise<boolean>>();
    for (const declared of inOrder(program)) {
      const before = dependenciesOf(declared).map((other) => brought.get(other));
      const isBrought = Promise.all(before).then((all) => all.every(Boolean) && this.bringAbout(declared));
      brought.set(declared.name, isBrought);
    }
    await Promise.all(brought.values());
    const isDropped = (name: string) => !program.some((declared) => declared.name === name);
    await this.deleteAll([...this.stack.held.keys()].filter(isDropped));
  }

  private bringAbout(declared: Declared): Promise<boolean> {
    const step = this.stack.has(declared.name) ? "bring" : "create";
    return this.take(step, declared.name, () => this.bring(declared));
  }

  private async bring(declared: Declared): Promise<void> {
    const { name, type } = declared;
    await this.otherSide.prepare(declared, this.stack);
    const args = argsOf(
      declared,
      (other) => this.stack.state(other),
      (subscriptionId) => this.otherSide.sharedWith(subscriptionId),
    );
    const isReplaced = this.stack.has(name) && (await this.stack.preview(name, args)) === "replace";
    if (isReplaced) {
      await this.deleteAll(await this.replacedWith(name));
      if (!(await this.delete(name))) return;
      this.dependencies.set(name, dependenciesOf(declared));
      await this.take("create", name, () => this.stack.up(type, name, args));
      return;
    }
    this.dependencies.set(name, dependenciesOf(declared));
    await this.stack.up(type, name, args);
  }

  /** Deletes resources, each after those that depend on it. */
  private async deleteAll(names: readonly string[]): Promise<void> {
    const deletions = new Map<string, Promise<boolean>>();
    const deleted = (name: string): Promise<boolean> => {
      const begun = deletions.get(name);
      if (begun !== undefined) return begun;
      const dependents = names.filter((other) => this.dependencies.get(other)?.includes(name));
      const deletion = Promise.all(dependents.map(deleted)).then(
        (all) => all.every(Boolean) && this.delete(name),
      );
      deletions.set(name, deletion);
      return deletion;
    };
    await Promise.all(names.map(deleted));
  }

  private delete(name: string): Promise<boolean> {
    if (!this.stack.has(name)) return Promise.resolve(true);
    return this.take("delete", name, async () => {
      await this.otherSide.prepareDeletion(this.stack.state(name));
      await this.stack.destroy(name);
    });
  }

  /** What is replaced because a resource is: to tell, the engine makes the arguments unknown that refer to it. */
  private async replacedWith(name: string): Promise<readonly string[]> {
    const replaced: string[] = [];
    const type = this.stack.state(name).type as Type;
    for (const [dependent, held] of this.stack.held) {
      if (!this.dependencies.get(dependent)?.includes(name)) continue;
      const references = referencesTo(held.type as Type, type).map((argument) => [argument, unknownValue]);
      const unknown = { ...held.inputs, ...Object.fromEntries(references) };
      if ((await this.stack.preview(dependent, unknown)) !== "replace") continue;
      replaced.push(dependent, ...(await this.replacedWith(dependent)));
    }
    return [...new Set(replaced)];
  }

  /** @returns whether the step was taken and succeeded. */
  private async take(step: Deed["step"], name: string, work: () => Promise<unknown>): Promise<boolean> {
    if (this.errors.length > 0 || this.process.hasEnded) return false;
    const deed: Deed = { name, step, id: this.stack.held.get(name)?.id, isDone: false };
    this.deeds.push(deed);
    try {
      await work();
    } catch (error) {
      this.errors.push(error as Error);
      return false;
    }
    deed.isDone = !this.process.hasEnded;
    return deed.isDone;
  }
}
