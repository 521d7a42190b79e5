import * as pulumi from "@pulumi/pulumi";

/** What Pulumi's own invokes are made of; its declarations leave it out. */
interface Dependencies {
  gatherExplicitDependencies(dependsOn: pulumi.InvokeOutputOptions["dependsOn"]): Promise<pulumi.Resource[]>;
  getAllTransitivelyReferencedResources(
    resources: ReadonlySet<pulumi.Resource>,
    exclude: ReadonlySet<pulumi.Resource>,
  ): Promise<pulumi.Resource[]>;
}

/**
 * The IDs of the resources that have to be there before something is looked up, as for Pulumi's own invokes: those that
 * are named, and those whose outputs the arguments are; of a component, its children. In a preview, the ID of one that
 * is not created yet is unknown.
 */
export async function idsOfCreated(
  args: pulumi.Output<unknown>,
  dependsOn: pulumi.InvokeOutputOptions["dependsOn"],
): Promise<pulumi.Output<pulumi.ID>[]> {
  const pulumis: Dependencies = require("@pulumi/pulumi/runtime/dependsOn");
  const named = await pulumis.gatherExplicitDependencies(dependsOn);
  // An output that is given as a dependency stands for the resources that it comes from.
  const sources = await pulumis.gatherExplicitDependencies(args.apply((): pulumi.Resource[] => []));
  const all = new Set([...named, ...sources]);
  const resources = await pulumis.getAllTransitivelyReferencedResources(all, new Set());
  return resources.filter((resource) => pulumi.CustomResource.isInstance(resource)).map(({ id }) => id);
}
