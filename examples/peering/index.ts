import * as rediscloud from "pulumi-redis-cloud";
import { PeeringAccepter } from "./peeringAccepter";

const subscription = new rediscloud.Subscription("shop", {
  paymentMethodId: rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id),
  cloudProviders: [
    { provider: "AWS", regions: [{ region: "us-east-1", networking: { deploymentCIDR: "10.0.0.0/24" } }] },
  ],
});
const sessions = new rediscloud.Database("sessions", { subscriptionId: subscription.id, datasetSizeInGb: 1 });

// Redis Cloud asks for the peering: it is ready when the request waits for your account.
const peering = new rediscloud.SubscriptionPeering("to-shop", {
  subscriptionId: subscription.id,
  region: "us-east-1",
  awsAccountId: "123456789012",
  vpcId: "vpc-0125be68a4625884a",
  vpcCidrs: ["10.10.10.0/24"],
});

// Your account accepts it. With AWS: new aws.ec2.VpcPeeringConnectionAccepter("accepted", {
//   vpcPeeringConnectionId: peering.awsPeeringUid, autoAccept: true });
const accepted = new PeeringAccepter("accepted", { vpcPeeringConnectionId: peering.awsPeeringUid });

// With AWS, traffic to the subscription goes through the peering: new aws.ec2.Route("to-redis", { routeTableId,
//   destinationCidrBlock: subscription.deploymentCIDR, vpcPeeringConnectionId: accepted.id });
export const route = { to: subscription.deploymentCIDR, through: accepted.id };
export const endpoint = sessions.privateEndpoint;
