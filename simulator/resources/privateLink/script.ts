import type { PrivateLink } from "./state";

/**
 * What `GET …/private-link/endpoint-script` has in its task: a script that finds the shared resource configuration, and
 * Terraform's description of an endpoint for it.
 */
export function endpointScripts(
  { shareArn, resourceConfigurationArn }: PrivateLink,
  includeTerraform: boolean,
) {
  return {
    resourceEndpointScript: [
      "import boto3",
      "",
      `SHARE_ARN = "${shareArn}"`,
      `RESOURCE_CONFIGURATION_ARN = "${resourceConfigurationArn}"`,
      "",
      'ram = boto3.client("ram")',
      'invitations = ram.get_resource_share_invitations(resourceShareArns=[SHARE_ARN])["resourceShareInvitations"]',
      "for invitation in invitations:",
      '    if invitation["status"] == "PENDING":',
      '        ram.accept_resource_share_invitation(resourceShareInvitationArn=invitation["resourceShareInvitationArn"])',
      "",
    ].join("\n"),
    ...(includeTerraform && {
      terraformAwsScript: [
        'resource "aws_vpc_endpoint" "redis" {',
        '  vpc_endpoint_type          = "Resource"',
        `  resource_configuration_arn = "${resourceConfigurationArn}"`,
        "}",
        "",
      ].join("\n"),
    }),
  };
}
