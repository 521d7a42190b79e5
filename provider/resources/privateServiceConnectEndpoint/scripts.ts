import { z } from "zod";
import { maybe } from "../../api/answers";
import { RedisCloudApiError } from "../../api/error";
import type { Target } from "../../lifecycle/kind";
import type { ResourceSession } from "../../operations/session";
import { servicePath } from "./kind";

/** `response.resource` of the tasks that answer scripts. */
export const scriptsAnswer = z.object({
  script: z.object({
    bash: maybe(z.string()),
    powershell: maybe(z.string()),
    terraformGcp: maybe(
      z.object({
        serviceAttachments: maybe(
          z.array(
            z.object({
              name: z.string(),
              dnsRecord: z.string(),
              ipAddressName: z.string(),
              forwardingRuleName: z.string(),
            }),
          ),
        ),
      }),
    ),
  }),
});

/**
 * Path of an endpoint's scripts. The OpenAPI document lacks the parameter by which the creation script comes with the
 * names of the service attachments; the vendor's own clients send it.
 */
export const scriptsPath = (
  place: Readonly<Record<string, unknown>>,
  endpointId: unknown,
  script: "creation" | "deletion",
): string => {
  const path = `${servicePath(place)}/endpoints/${endpointId}/${script}Scripts`;
  return script === "creation" ? `${path}?includeTerraformGcpScript=true` : path;
};

/** The service attachments that an endpoint connects to; undefined where there is nothing to create any more. */
export async function serviceAttachmentsOf(target: Target, status: string, session: ResourceSession) {
  if (status === "rejected" || status === "failed") return undefined;
  try {
    const path = scriptsPath(target.place, target.id, "creation");
    const { script } = await session.readByTask(target, path, scriptsAnswer);
    return script.terraformGcp?.serviceAttachments;
  } catch (error) {
    const isLate =
      error instanceof RedisCloudApiError && error.code === "PSC_ENDPOINT_NOT_CREATED_OR_DELETED";
    if (isLate) return undefined;
    throw error;
  }
}
