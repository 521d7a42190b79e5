import type { Inputs } from "@pulumi/pulumi";
import type { Stack } from "../stack";

/** A database of a program, in the order of its registration. */
export interface Declared {
  readonly logical: string;
  readonly args: Inputs;
}

/**
 * The engine's way with a program: resources are checked and compared one after the other; each operation goes to a free
 * worker, and while there is none, nothing further is checked or compared.
 */
export class EngineOfPrograms {
  private running = 0;
  private wake: (() => void)[] = [];

  /** @param parallel how many operations go on at once. */
  constructor(
    readonly stack: Stack,
    private readonly parallel: number,
  ) {}

  /** Brings the databases about; what the program no longer declares goes last, unless something failed. */
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
