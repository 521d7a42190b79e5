/** The part of `write-file-atomic` that is used here; the package brings no types. */
declare module "write-file-atomic" {
  export function sync(file: string, data: string, options?: { mode?: number; fsync?: boolean }): void;
}
