import * as pulumi from "@pulumi/pulumi";

/*
 * What clients need to connect, derived from what the API reports.
 */

/** What a client needs to connect to a database. */
export interface Connection {
  /** `host:port`. */
  readonly endpoint?: string;
  readonly protocol?: string;
  readonly enableTls?: boolean;
  readonly enableDefaultUser?: boolean;
  readonly password?: string;
  readonly saslUsername?: string;
  readonly saslPassword?: string;
}

/**
 * The URI to connect with: `redis://` or, with TLS, `rediss://`; `memcached://` with SASL for memcached. Without user
 * and password when the user `default` is disabled. User and password are percent-encoded.
 */
export function connectionString({ endpoint, ...connection }: Connection): string | undefined {
  if (endpoint === undefined) return undefined;
  const { protocol, enableTls, enableDefaultUser, password, saslUsername, saslPassword } = connection;
  if (protocol === "memcached") return `memcached://${credentials(saslUsername, saslPassword)}${endpoint}`;
  const scheme = enableTls ? "rediss" : "redis";
  return `${scheme}://${enableDefaultUser === false ? "" : credentials("default", password)}${endpoint}`;
}

const credentials = (user: string | undefined, password: string | undefined): string =>
  user === undefined || password === undefined
    ? ""
    : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;

export const hostOf = (endpoint: string | undefined): string | undefined =>
  endpoint?.slice(0, endpoint.lastIndexOf(":"));

export function portOf(endpoint: string | undefined): number | undefined {
  const port = /:(\d+)$/.exec(endpoint ?? "")?.[1];
  return port === undefined ? undefined : Number(port);
}

type Outputs = Readonly<Record<string, pulumi.Output<unknown>>>;
type Endpoint = "publicEndpoint" | "privateEndpoint";

const from =
  <T>(endpoint: Endpoint, read: (endpoint: string | undefined) => T) =>
  (database: Outputs): pulumi.Output<unknown> =>
    (database[endpoint] as pulumi.Output<string | undefined>).apply(read);

/** The connection string is always a secret. */
const connecting =
  (...endpoints: readonly Endpoint[]) =>
  (database: Outputs): pulumi.Output<unknown> => {
    const { protocol, enableTls, enableDefaultUser, password, saslUsername, saslPassword } = database;
    const parts = { protocol, enableTls, enableDefaultUser, password, saslUsername, saslPassword };
    const candidates = pulumi.all(endpoints.map((name) => database[name]));
    return pulumi.secret(
      pulumi.all([candidates, pulumi.all(parts)]).apply(([found, known]) => {
        const endpoint = found.find((each) => each !== undefined);
        return connectionString({ ...known, endpoint } as Connection);
      }),
    );
  };

/** Outputs of a database that are derived from other outputs. */
export const connectionOutputs = {
  publicHost: from("publicEndpoint", hostOf),
  publicPort: from("publicEndpoint", portOf),
  privateHost: from("privateEndpoint", hostOf),
  privatePort: from("privateEndpoint", portOf),
  connectionString: connecting("publicEndpoint", "privateEndpoint"),
  privateConnectionString: connecting("privateEndpoint"),
};
