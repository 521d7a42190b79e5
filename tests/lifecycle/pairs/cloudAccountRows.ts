import type { CloudAccountHolding } from "./holdings";
import { accountRow, nameRow, type Row, row, withDefault } from "./rows";

export const cloudAccountRows: readonly Row<CloudAccountHolding>[] = [
  accountRow,
  nameRow(({ cloudAccount }) => cloudAccount.name),
  withDefault("provider", "AWS", ({ cloudAccount }) => cloudAccount.provider),
  row("accessKeyId", ({ cloudAccount }) => cloudAccount.accessKeyId),
  row("signInLoginUrl", ({ cloudAccount }) => cloudAccount.signInLoginUrl),
  row("accessSecretKey", ({ sent }) => sent.accessSecretKey),
  row("consoleUsername", ({ sent }) => sent.consoleUsername),
  row("consolePassword", ({ sent }) => sent.consolePassword),
];
