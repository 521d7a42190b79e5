import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

const provider: pulumi.dynamic.ResourceProvider = {
  async create(inputs) {
    return { id: "greeting", outs: { text: `Hello, ${inputs.to}`, password: `secret of ${inputs.to}` } };
  },
  async diff(_id, olds, news) {
    return { changes: olds.text !== `Hello, ${news.to}` };
  },
  async update(_id, _olds, news) {
    return { outs: { text: `Hello, ${news.to}`, password: `secret of ${news.to}` } };
  },
};

class Greeting extends pulumi.dynamic.Resource {
  declare readonly text: pulumi.Output<string>;
  declare readonly password: pulumi.Output<string>;

  constructor(name: string, args: { to: string }) {
    super(
      provider,
      name,
      { ...args, text: undefined, password: undefined },
      {
        additionalSecretOutputs: ["password"],
      },
    );
  }
}

const greeting = new Greeting("greeting", { to: config.get("to") ?? "world" });

export const { text, password } = greeting;
