import type { z } from "zod";
import type { Random } from "../random";

/** What the conversion of answers into resources may use. */
export class CopyContext {
  /** What is not copied, and why. */
  readonly leftOut: string[] = [];

  /**
   * @param random draws the secrets of the copy.
   * @param now simulated milliseconds since 1970.
   */
  constructor(
    readonly random: Random,
    readonly now: number,
  ) {}

  /** Reads an answer. One of another shape is left out. */
  parse<Shape extends z.ZodType>(shape: Shape, answer: unknown, what: string): z.infer<Shape> | undefined {
    const result = shape.safeParse(answer);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    this.leaveOut(what, `${issue?.path.join(".")}: ${issue?.message}`);
    return undefined;
  }

  /** Reads the items of a list, each with its ID in the field of this name. */
  parseAll<Shape extends z.ZodType>(
    shape: Shape,
    answers: readonly unknown[],
    what: (answer: Record<string, unknown>) => string,
  ): z.infer<Shape>[] {
    return answers.flatMap((answer) => this.parse(shape, answer, what(Object(answer))) ?? []);
  }

  leaveOut(what: string, why: string): void {
    this.leftOut.push(`${what}: ${why}`);
  }
}
