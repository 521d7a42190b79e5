/** A member of the account's team. */
export interface UserOptions {
  /** @default the next number */
  id?: number;
  name: string;
  email: string;
  /** @default "Owner" for the first one, "Member" for the others */
  role?: "Owner" | "Member" | "Viewer" | "Logs Viewer (API use only)" | "Manager" | "Billing Admin";
  /** Whether the user has an API key. @default true for the first one */
  hasApiKey?: boolean;
}
