import { coveragePage } from "./coverage";
import { errorsPage } from "./errorsPage";
import { lifecyclePicture } from "./lifecyclePicture";
import { resourcePage } from "./resourcePage";
import { resources } from "./resources";
import { terraformPage } from "./terraformPage";

type Make = () => string | Promise<string>;

/**
 * The generated pages and drawings: their paths in the repository, and what makes their texts.
 *
 * @param repository the folder with the sources
 */
export const generatedPages = (repository: string): ReadonlyMap<string, Make> =>
  new Map<string, Make>([
    ...resources(repository).map(
      (resource) => [`docs/resources/${resource.name}.md`, () => resourcePage(resource, repository)] as const,
    ),
    ["docs/errors.md", errorsPage],
    ["docs/api-coverage.md", coveragePage],
    ["docs/terraform.md", () => terraformPage(repository)],
    ["docs/pictures/lifecycle.svg", lifecyclePicture],
  ]);
