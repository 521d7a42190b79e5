import * as pulumi from "@pulumi/pulumi";

/** Internals of Pulumi's own invokes, which its type declarations omit. */
interface Dependencies {
  gatherExplicitDependencies(dependsOn: pulumi.InvokeOutputOptions["dependsOn"]): Promise<pulumi.Resource[]>;
  getAllTransitivelyReferencedResources(
    resources: ReadonlySet<pulumi.Resource>,
    exclude: ReadonlySet<pulumi.Resource>,
  ): Promise<pulumi.Resource[]>;
}

/**
 * Returns the IDs of the resources that must exist before a look-up, as for Pulumi's own invokes: those in
 * `dependsOn`, and those whose outputs are arguments. A component stands for its children. In a preview, IDs of
 * resources not yet created are unknown.
 */
export async function idsOfCreated(
  args: pulumi.Output<unknown>,
  dependsOn: pulumi.InvokeOutputOptions["dependsOn"],
): Promise<pulumi.Output<pulumi.ID>[]> {
  const pulumis: Dependencies = require("@pulumi/pulumi/runtime/dependsOn");
  const named = await pulumis.gatherExplicitDependencies(dependsOn);
  // An output in `dependsOn` stands for the resources that it comes from.
  const sources = await pulumis.gatherExplicitDependencies(args.apply((): pulumi.Resource[] => []));
  const all = new Set([...named, ...sources]);
  const resources = await pulumis.getAllTransitivelyReferencedResources(all, new Set());
  return resources.filter((resource) => pulumi.CustomResource.isInstance(resource)).map(({ id }) => id);
}
