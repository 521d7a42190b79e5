import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { Held } from "../stack";
import type { Process } from "./process";
import { argsOf, type Declared, inOrder, type Program } from "./program";

/** What became of one resource's step. */
export interface Deed {
  readonly name: string;
  readonly step: "create" | "bring" | "delete";
  /** Of what was there before. */
  readonly id?: string;
  isDone: boolean;
}

/** Types in an order in which what depends on others is deleted first; what can go at once goes at once. */
const DELETED: readonly (readonly Declared["type"][])[] = [
  ["AclUser"],
  ["AclRole"],
  ["Database", "AclRule"],
  ["Subscription", "CloudAccount"],
];

/** The arguments by which resources refer to others. */
const REFERENCES: Partial<Record<string, string>> = {
  Database: "subscriptionId",
  AclRole: "redisRules",
  AclUser: "role",
};

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
    const brought = new Map<string, Promise<boolean>>();
    for (const declared of inOrder(program)) {
      const { name, parent, uses = [] } = declared;
      const before = [...(parent === undefined ? [] : [parent]), ...uses].map((other) => brought.get(other));
      const isBrought = Promise.all(before).then((all) => all.every(Boolean) && this.bringAbout(declared));
      brought.set(name, isBrought);
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
    const args = argsOf(declared, (other) => this.stack.state(other));
    const isReplaced = this.stack.has(name) && (await this.stack.preview(name, args)) === "replace";
    if (!isReplaced) {
      await this.stack.up(type, name, args);
      return;
    }
    await this.deleteAll(await this.replacedWith(name));
    if (!(await this.delete(name))) return;
    await this.take("create", name, () => this.stack.up(type, name, args));
  }

  private async deleteAll(names: readonly string[]): Promise<void> {
    for (const types of DELETED) {
      const ofTypes = names.filter(
        (name) => this.stack.has(name) && (types as readonly string[]).includes(this.stack.state(name).type),
      );
      await Promise.all(ofTypes.map((name) => this.delete(name)));
    }
  }

  private delete(name: string): Promise<boolean> {
    return this.take("delete", name, () => this.stack.destroy(name));
  }

  /** What is replaced because a resource is: to tell, the engine makes the arguments unknown that refer to it. */
  private async replacedWith(name: string): Promise<readonly string[]> {
    const replaced: string[] = [];
    for (const [dependent, held] of this.dependentsOf(name)) {
      const unknown = { ...held.inputs, [REFERENCES[held.type] ?? ""]: unknownValue };
      if ((await this.stack.preview(dependent, unknown)) !== "replace") continue;
      replaced.push(dependent, ...(await this.replacedWith(dependent)));
    }
    return replaced;
  }

  private dependentsOf(name: string): readonly (readonly [string, Held])[] {
    const { type, id, outputs } = this.stack.state(name);
    const isDependent = ({ type: other, id: otherId, inputs }: Held) => {
      if (type === "Subscription") return other === "Database" && otherId.startsWith(`${id}/`);
      if (type === "AclRole") return other === "AclUser" && inputs.role === outputs.name;
      if (type === "AclRule" && other === "AclRole")
        return (inputs.redisRules as { ruleName: string }[]).some(
          ({ ruleName }) => ruleName === outputs.name,
        );
      return false;
    };
    return [...this.stack.held].filter(([, held]) => isDependent(held));
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
