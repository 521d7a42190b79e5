import type { PackageManager } from "./packageManagers";

/** How a program is written, and run; the last two by the Automation API. */
export type Language = "TypeScript" | "tsx" | "CommonJS" | "ES module" | "inline" | "local";

/** One combination of what people use. */
export interface Cell {
  /** Major version of Node.js. */
  readonly node: 20 | 22 | 24;
  readonly packageManager: PackageManager;
  readonly language: Language;
  /** Version of TypeScript, where the program is written in it. */
  readonly typescript?: "~5.9" | "6";
  /** Whether it is part of `npm test`. */
  readonly isAlwaysRun?: true;
}

/** Each value occurs with others in turn; the versions of Node.js, where most goes wrong, most often. */
export const CELLS: readonly Cell[] = [
  { node: 24, packageManager: "npm", language: "TypeScript", typescript: "6", isAlwaysRun: true },
  { node: 22, packageManager: "npm", language: "TypeScript", typescript: "~5.9" },
  { node: 20, packageManager: "npm", language: "TypeScript", typescript: "6" },
  { node: 20, packageManager: "pnpm", language: "tsx", typescript: "~5.9" },
  { node: 24, packageManager: "npm", language: "tsx", typescript: "6" },
  { node: 24, packageManager: "pnpm", language: "ES module" },
  { node: 20, packageManager: "yarn 1", language: "ES module" },
  { node: 22, packageManager: "yarn 1", language: "TypeScript", typescript: "6" },
  { node: 22, packageManager: "bun", language: "CommonJS" },
  { node: 24, packageManager: "bun", language: "TypeScript", typescript: "~5.9" },
  { node: 24, packageManager: "npm", language: "inline" },
  { node: 20, packageManager: "npm", language: "inline" },
  { node: 22, packageManager: "npm", language: "local" },
  { node: 24, packageManager: "yarn 4 (node-modules)", language: "local" },
  { node: 22, packageManager: "yarn 4 (node-modules)", language: "TypeScript", typescript: "6" },
];

export const nameOf = ({ node, packageManager, language, typescript }: Cell): string =>
  `Node.js ${node}, ${packageManager}, ${language}${typescript ? ` (TypeScript ${typescript})` : ""}`;
