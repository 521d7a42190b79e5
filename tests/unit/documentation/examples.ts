import path from "node:path";
import ts from "typescript";
import { codeBlocks, type Page, REPOSITORY } from "./pages";

/**
 * What the examples refer to. A block that imports nothing is a fragment of a program that has these names; the packages of
 * the cloud providers are not installed, so their resources are only those that an example uses.
 */
const CONTEXT = `
declare const pulumi: typeof import("@pulumi/pulumi");
declare const rediscloud: typeof import("pulumi-redis-cloud");
declare const config: import("@pulumi/pulumi").Config;
declare const subscription: import("pulumi-redis-cloud").Subscription;
declare const sessions: import("pulumi-redis-cloud").Database;

declare type Given<T> = { [K in keyof T]: import("@pulumi/pulumi").Input<T[K]> };
declare type Elsewhere<T> = new (
  name: string,
  args: Given<T>,
  options?: import("@pulumi/pulumi").CustomResourceOptions,
) => import("@pulumi/pulumi").CustomResource & { arn: import("@pulumi/pulumi").Output<string> };
declare module "@pulumi/gcp" {
  export const kms: {
    KeyRing: Elsewhere<{ location: string }>;
    CryptoKey: Elsewhere<{ keyRing: string }>;
    CryptoKeyIAMMember: Elsewhere<{ cryptoKeyId: string; role: string; member: string }>;
  };
}
declare module "@pulumi/aws" {
  export const ec2: {
    VpcPeeringConnectionAccepter: Elsewhere<{ vpcPeeringConnectionId: string; autoAccept: boolean }>;
  };
  export const ec2transitgateway: {
    TransitGateway: Elsewhere<object>;
    VpcAttachmentAccepter: Elsewhere<{ transitGatewayAttachmentId: string }>;
  };
  export const ram: {
    ResourceShare: Elsewhere<{ allowExternalPrincipals: boolean }>;
    ResourceAssociation: Elsewhere<{ resourceArn: string; resourceShareArn: string }>;
    PrincipalAssociation: Elsewhere<{ principal: string; resourceShareArn: string }>;
  };
}
`;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node20,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  moduleDetection: ts.ModuleDetectionKind.Force,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
};

/** Type-checks the TypeScript examples of the pages, each as a separate program, and returns the errors. */
export function typeErrors(pages: readonly Page[]): readonly string[] {
  const files = new Map([
    [inFolder("context.d.ts"), CONTEXT],
    ...pages.flatMap((page) =>
      codeBlocks(page, "ts").map(
        (code, index) => [inFolder(`${page.file.replaceAll("/", "-")}-${index + 1}.mts`), code] as const,
      ),
    ),
  ]);
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, languageVersion, ...rest) => {
    const text = files.get(file);
    return text === undefined
      ? getSourceFile(file, languageVersion, ...rest)
      : ts.createSourceFile(file, text, languageVersion);
  };
  const program = ts.createProgram([...files.keys()], { ...OPTIONS }, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${path.basename(file?.fileName ?? "")}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

/** Modules are resolved from the repository, where the package is linked by its name. */
const inFolder = (name: string): string => path.join(REPOSITORY, "docs", name);
