/** How long each operation may take, as durations (`90s`, `45m`, `1h30m`), counted from its submission. */
export interface Timeouts {
  readonly create?: string;
  readonly update?: string;
  readonly delete?: string;
}
