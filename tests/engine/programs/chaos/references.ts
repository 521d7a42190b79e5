import type * as pulumi from "@pulumi/pulumi";
import type { PrivateServiceConnectEndpoint } from "pulumi-redis-cloud";

/** A database, as what is in it refers to it. */
export interface DatabaseReference {
  readonly subscriptionId: pulumi.Output<string>;
  readonly databaseId: pulumi.Output<number>;
}

/** A connection of a subscription, as what is in it refers to it. */
export interface ConnectionReference {
  readonly subscriptionId: pulumi.Output<string>;
  /** Of the service or of the gateway. */
  readonly id: pulumi.Output<number>;
}

/** What the program's resources refer to, by logical name. */
export class References {
  readonly subscriptionIds = new Map<string, pulumi.Output<string>>();
  readonly databases = new Map<string, DatabaseReference>();
  readonly connections = new Map<string, ConnectionReference>();
  readonly endpoints = new Map<string, PrivateServiceConnectEndpoint>();

  /** @throws Error without a name of a subscription before */
  subscriptionId(called: string | undefined): pulumi.Output<string> {
    return thatIs(called, this.subscriptionIds);
  }

  /** @throws Error without a name of a database before */
  database(called: string | undefined): DatabaseReference {
    return thatIs(called, this.databases);
  }

  /** @throws Error without a name of a connection before */
  connection(called: string | undefined): ConnectionReference {
    return thatIs(called, this.connections);
  }

  /** @throws Error without a name of an endpoint before */
  endpoint(called: string | undefined): PrivateServiceConnectEndpoint {
    return thatIs(called, this.endpoints);
  }
}

function thatIs<T>(called: string | undefined, several: ReadonlyMap<string, T>): T {
  const found = several.get(called ?? "");
  if (found === undefined) throw new Error(`there is no ${called} before what refers to it`);
  return found;
}
