import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { accountToRead } from "./account";
import { contentsOf } from "./generate/contents";
import { projectFiles } from "./generate/files";
import { programOf, secretsOf } from "./generate/program";

interface Options {
  out?: string;
  cwd: string;
}

/** `pulumi-redis-cloud generate`: writes a program that adopts an account. */
export function generateCommand(): Command {
  return new Command("generate")
    .description("Generate a program that adopts everything in an account, unchanged.")
    .argument("[account]", "an account in redis-cloud:accounts; if omitted, the default account")
    .option("--out <folder>", "write a Pulumi project there, instead of the program to the terminal")
    .option(
      "--cwd <folder>",
      "a Pulumi project whose selected stack has the keys in its config, unless they are in the environment",
      ".",
    )
    .action(generate);
}

async function generate(name: string | undefined, { out, cwd }: Options): Promise<void> {
  const contents = await contentsOf(await accountToRead(path.resolve(cwd), name));
  const program = programOf(contents, name);
  if (out === undefined) process.stdout.write(program);
  else write(path.resolve(out), { "index.ts": program, ...projectFiles(path.basename(path.resolve(out))) });
  for (const { reason } of contents.leftOut) console.error(`left out: ${reason}`);
  tellNextSteps(secretsOf(contents.declarable), out);
}

function tellNextSteps(secrets: readonly string[], folder: string | undefined): void {
  if (folder !== undefined)
    console.error(`Next: cd ${folder} && npm install && pulumi stack init <name> && pulumi up`);
  if (secrets.length === 0) return;
  console.error(
    "The API does not report the keys and passwords of cloud accounts. Set them in the program's config before `pulumi up`:",
  );
  for (const key of secrets) console.error(`  pulumi config set --secret ${key}`);
}

/** Writes the files that do not exist yet; refuses to overwrite a program. */
function write(folder: string, files: Readonly<Record<string, string>>): void {
  if (existsSync(path.join(folder, "index.ts")))
    throw new Error(`${folder} already contains a program: its index.ts would be overwritten`);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    const at = path.join(folder, file);
    if (existsSync(at)) continue;
    writeFileSync(at, text);
    console.error(`written: ${at}`);
  }
}
