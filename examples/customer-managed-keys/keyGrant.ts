import * as pulumi from "@pulumi/pulumi";

/** Arguments of {@link KeyGrant}. */
export interface KeyGrantArgs {
  /** Who may use the key. */
  principal: pulumi.Input<string | undefined>;
  /** The key. */
  resourceName: pulumi.Input<string>;
}

interface Grant {
  readonly principal: string;
  readonly resourceName: string;
}

const provider: pulumi.dynamic.ResourceProvider<Grant, Grant> = {
  async create(grant) {
    const {
      REDIS_CLOUD_BASE_URL = "http://127.0.0.1:7070/v1",
      REDIS_CLOUD_API_KEY = "simulator-api-key",
      REDIS_CLOUD_API_SECRET_KEY = "simulator-api-secret-key",
    } = process.env;
    const url = new URL("/simulator/peer/subscription/grantKey", REDIS_CLOUD_BASE_URL);
    const response = await fetch(url, {
      method: "POST",
      headers: { "x-api-key": REDIS_CLOUD_API_KEY, "x-api-secret-key": REDIS_CLOUD_API_SECRET_KEY },
      body: JSON.stringify({ principal: grant.principal, resourceName: grant.resourceName }),
    });
    if (!response.ok) throw new Error(`grant access to the key: ${response.status} ${await response.text()}`);
    return { id: `${grant.principal} ${grant.resourceName}`, outs: grant };
  },
};

/**
 * Access to a key in the simulated cloud. In your own program this is a resource of your cloud provider, such as
 * `aws.kms.KeyPolicy` or `gcp.kms.CryptoKeyIAMMember`.
 */
export class KeyGrant extends pulumi.dynamic.Resource {
  constructor(name: string, args: KeyGrantArgs, options?: pulumi.CustomResourceOptions) {
    super(provider, name, args, options);
  }
}
