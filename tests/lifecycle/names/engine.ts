import type { Inputs } from "@pulumi/pulumi";
import type { Stack } from "../stack";

/** A database of a program, in the order of its registration. */
export interface Declared {
  readonly logical: string;
  readonly args: Inputs;
}

/**
 * Models how the engine runs a program: it checks and compares resources one after the other, and passes each operation
 * to a free worker; while there is none, it checks and compares nothing.
 */
export class EngineOfPrograms {
  private running = 0;
  private wake: (() => void)[] = [];

  /** @param parallel the maximum number of simultaneous operations. */
  constructor(
    readonly stack: Stack,
    private readonly parallel: number,
  ) {}

  /** Creates or updates the databases; deletes undeclared ones last, unless something failed. */
  async up(program: readonly Declared[]): Promise<string[]> {
    const errors: string[] = [];
    const operations: Promise<void>[] = [];
    for (const { logical, args } of program) {
      const operation = await this.stack.planned("Database", logical, args);
      if (operation === undefined) continue;
      await this.worker();
      operations.push(this.work(operation, errors));
    }
    await Promise.all(operations);
    if (errors.length > 0) return errors;
    const declared = new Set(program.map(({ logical }) => logical));
    const dropped = [...this.stack.held].filter(
      ([name, { type }]) => type === "Database" && !declared.has(name),
    );
    for (const [name] of dropped) await this.stack.destroy(name);
    return errors;
  }

  private async work(operation: () => Promise<unknown>, errors: string[]): Promise<void> {
    this.running += 1;
    try {
      await operation();
    } catch (error) {
      errors.push((error as Error).message);
    } finally {
      this.running -= 1;
      this.wake.shift()?.();
    }
  }

  private async worker(): Promise<void> {
    while (this.running >= this.parallel) await new Promise<void>((resolve) => this.wake.push(resolve));
  }
}
