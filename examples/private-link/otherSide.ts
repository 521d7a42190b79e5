import * as pulumi from "@pulumi/pulumi";

/** What the other side does when it is created, and when it is deleted. */
interface OtherSideInputs {
  /** What it is connected to, such as `privateLink`. */
  kind: string;
  /** Actions of the simulator's other side: see docs/simulator.md. */
  connect: string;
  disconnect: string;
  /** Identifies the connection. */
  request: Record<string, unknown>;
}

/** The keys come from the environment, so that they are neither in the program nor in the state. */
async function act(kind: string, action: string, request: object): Promise<Record<string, unknown>> {
  const url = new URL(`/simulator/peer/${kind}/${action}`, process.env.REDIS_CLOUD_BASE_URL);
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-api-key": process.env.REDIS_CLOUD_API_KEY ?? "",
      "x-api-secret-key": process.env.REDIS_CLOUD_API_SECRET_KEY ?? "",
    },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`${action} ${kind}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

const provider: pulumi.dynamic.ResourceProvider = {
  async create(inputs: OtherSideInputs) {
    const learned = await act(inputs.kind, inputs.connect, inputs.request);
    return { id: `${inputs.kind}/${JSON.stringify(inputs.request)}`, outs: { ...inputs, learned } };
  },
  async delete(_id, { kind, disconnect, request, learned }) {
    const { connectionId } = learned as { connectionId?: string };
    const { subscriptionId } = request as { subscriptionId?: number };
    await act(kind, disconnect, connectionId === undefined ? request : { subscriptionId, connectionId });
  },
};

/**
 * Your side of a connection, in the simulator, which has no cloud. With real accounts, there are resources of your cloud
 * provider in its place.
 */
export class OtherSide extends pulumi.dynamic.Resource {
  constructor(
    name: string,
    { request, ...args }: Omit<OtherSideInputs, "request"> & { request: pulumi.Input<object> },
    opts?: pulumi.CustomResourceOptions,
  ) {
    super(provider, name, { ...args, request, learned: undefined }, opts);
  }
}
