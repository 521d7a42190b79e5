/* A dynamic provider that does nothing, with all methods that a provider can have. */
type Properties = Record<string, unknown>;

exports.configure = async (): Promise<void> => {};
exports.check = async (_olds: Properties, inputs: Properties) => ({ inputs, failures: [] });
exports.diff = async () => ({ changes: false });
exports.create = async (outs: Properties) => ({ id: "trivial", outs });
exports.read = async (id: string, props: Properties) => ({ id, props });
exports.update = async (_id: string, _olds: Properties, outs: Properties) => ({ outs });
exports.delete = async (): Promise<void> => {};
