/** A cloud account that exists from the start. */
export interface CloudAccountOptions {
  name: string;
  /** @default from 2 upwards */
  id?: number;
  /** @default "AWS" */
  provider?: "AWS" | "GCP";
  accessKeyId?: string;
  /** Names the AWS account, as in `https://123456789012.signin.aws.amazon.com/console`. */
  signInLoginUrl?: string;
}

/** The same with all defaults in place. */
export type CloudAccountSettings = CloudAccountOptions & { id: number; provider: "AWS" | "GCP" };

export function cloudAccountSettingsFrom(options: CloudAccountOptions[]): CloudAccountSettings[] {
  const firstId = Math.max(1, ...options.flatMap((one) => one.id ?? [])) + 1;
  return options.map((one, index) => ({ provider: "AWS", id: firstId + index, ...one }));
}
