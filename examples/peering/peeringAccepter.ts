import * as pulumi from "@pulumi/pulumi";

interface PeeringAccepterArgs {
  /** The peering connection, e.g. `pcx-0123456789abcdef0`. */
  vpcPeeringConnectionId: pulumi.Input<string | undefined>;
}

/** The keys come from the environment, so that they are neither in the program nor in the state. */
async function accept(id: string): Promise<void> {
  const url = new URL("/simulator/peer/subscriptionPeering/accept", process.env.REDIS_CLOUD_BASE_URL);
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-api-key": process.env.REDIS_CLOUD_API_KEY ?? "",
      "x-api-secret-key": process.env.REDIS_CLOUD_API_SECRET_KEY ?? "",
    },
    body: JSON.stringify({ id }),
  });
  if (!response.ok) throw new Error(`accepting ${id}: ${response.status} ${await response.text()}`);
}

const provider: pulumi.dynamic.ResourceProvider = {
  async create({ vpcPeeringConnectionId: id }: { vpcPeeringConnectionId: string }) {
    await accept(id);
    return { id, outs: { vpcPeeringConnectionId: id } };
  },
};

/**
 * The owner of the VPC, in the simulator, which has no cloud: accepts a peering. As at AWS, deleting it changes nothing.
 * With real accounts, `aws.ec2.VpcPeeringConnectionAccepter` is in its place.
 */
export class PeeringAccepter extends pulumi.dynamic.Resource {
  constructor(name: string, args: PeeringAccepterArgs, opts?: pulumi.CustomResourceOptions) {
    super(provider, name, args, opts);
  }
}
