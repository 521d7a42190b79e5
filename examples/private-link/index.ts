import * as rediscloud from "pulumi-redis-cloud";
import { OtherSide } from "./otherSide";

const paymentMethodId = rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id);

// AWS: the subscription is shared with an account, which connects an endpoint in its VPC.
const onAws = new rediscloud.Subscription("aws", {
  paymentMethodId,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});
const sessions = new rediscloud.Database("sessions", { subscriptionId: onAws.id, datasetSizeInGb: 1 });
const link = new rediscloud.PrivateLink(
  "link",
  {
    subscriptionId: onAws.id,
    shareName: "redis",
    principals: [{ principal: "123456789012", type: "aws_account", alias: "Production" }],
  },
  // The subscription accepts no database while the link is created.
  { dependsOn: sessions },
);
// With AWS: new aws.ec2.VpcEndpoint("redis", { vpcEndpointType: "Resource", vpcId, subnetIds,
//   resourceConfigurationArn: link.resourceConfigurationArn });
new OtherSide(
  "vpc-endpoint",
  {
    kind: "privateLink",
    connect: "connect",
    disconnect: "disconnect",
    request: onAws.id.apply((id) => ({ subscriptionId: Number(id), ownerId: "123456789012" })),
  },
  { dependsOn: link },
);

// Google Cloud: an endpoint waits for its side there, and an accepter for both.
const onGoogleCloud = new rediscloud.Subscription("google-cloud", {
  paymentMethodId,
  cloudProviders: [{ provider: "GCP", regions: [{ region: "us-central1" }] }],
});
const subscriptionId = onGoogleCloud.id;
const psc = new rediscloud.PrivateServiceConnect("psc", { subscriptionId });
const endpoint = new rediscloud.PrivateServiceConnectEndpoint("endpoint", {
  subscriptionId,
  pscServiceId: psc.pscServiceId,
  gcpProjectId: "my-gcp-project",
  gcpVpcName: "my-vpc",
  gcpVpcSubnetName: "my-vpc-subnet",
  endpointConnectionName: "redis",
});
// With Google Cloud: a gcp.compute.Address and a gcp.compute.ForwardingRule for each of endpoint.serviceAttachments.
const forwardingRules = new OtherSide("forwarding-rules", {
  kind: "privateServiceConnectEndpoint",
  connect: "create",
  disconnect: "delete",
  request: endpoint.endpointId.apply((id) => ({ id })),
});
const accepted = new rediscloud.PrivateServiceConnectEndpointAccepter(
  "accepted",
  { subscriptionId, pscServiceId: psc.pscServiceId, endpointId: endpoint.endpointId, action: "accept" },
  { dependsOn: forwardingRules },
);

export const resourceConfiguration = link.resourceConfigurationArn;
export const hostName = psc.connectionHostName;
export const endpointStatus = accepted.status;
