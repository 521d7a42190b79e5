import type { Held } from "../stack";
import type { Process } from "./process";
import { argsOf, type Declared, type Program } from "./program";

const BRING = { Subscription: "subscription", Database: "database", CloudAccount: "cloudAccount" } as const;

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

  constructor(private readonly process: Process) {}

  private get stack() {
    return this.process.stack;
  }

  async up(program: Program): Promise<void> {
    const roots = program.filter(({ parent }) => parent === undefined);
    await Promise.all(roots.map((root) => this.bringWithDependents(root, program)));
    const isDropped = (name: string) => !program.some((declared) => declared.name === name);
    await this.deleteAll([...this.stack.held.keys()].filter(isDropped));
  }

  private async bringWithDependents(declared: Declared, program: Program): Promise<void> {
    const step = this.stack.has(declared.name) ? "bring" : "create";
    if (!(await this.take(step, declared.name, () => this.bring(declared)))) return;
    const dependents = program.filter(({ parent }) => parent === declared.name);
    await Promise.all(dependents.map((dependent) => this.bringWithDependents(dependent, program)));
  }

  private async bring(declared: Declared): Promise<void> {
    const { name, type, parent } = declared;
    const args = argsOf(declared, parent === undefined ? undefined : this.stack.state(parent).id);
    const isReplaced = this.stack.has(name) && (await this.stack.preview(name, args)) === "replace";
    if (!isReplaced) {
      await this.stack[BRING[type]](name, args);
      return;
    }
    await this.deleteAll(this.dependentsOf(name));
    if (!(await this.delete(name))) return;
    await this.take("create", name, () => this.stack[BRING[type]](name, args));
  }

  /** Databases first. */
  private async deleteAll(names: readonly string[]): Promise<void> {
    const isDatabase = (name: string) => this.stack.state(name).type === "Database";
    const databases = names.filter(isDatabase);
    await Promise.all(databases.map((name) => this.delete(name)));
    await Promise.all(names.filter((name) => !databases.includes(name)).map((name) => this.delete(name)));
  }

  private delete(name: string): Promise<boolean> {
    return this.take("delete", name, () => this.stack.destroy(name));
  }

  private dependentsOf(name: string): readonly string[] {
    const { id } = this.stack.state(name);
    const isIn = ([, held]: [string, Held]) => held.type === "Database" && held.id.startsWith(`${id}/`);
    return [...this.stack.held].filter(isIn).map(([dependent]) => dependent);
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
