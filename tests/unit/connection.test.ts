import {
  type Connection,
  connectionString,
  hostOf,
  portOf,
} from "../../provider/resources/database/connection";

const endpoint = "redis-12000.c7.us-east-1-2.ec2.cloud.redislabs.com:12000";
const redis = { protocol: "redis", endpoint, password: "secret" };

test.each<[string, Connection, string | undefined]>([
  ["has user and password", redis, `redis://default:secret@${endpoint}`],
  ["says that TLS is needed", { ...redis, enableTls: true }, `rediss://default:secret@${endpoint}`],
  [
    "percent-encodes what a URI cannot hold",
    { ...redis, password: "p@ss/w:rd 100%#?" },
    `redis://default:p%40ss%2Fw%3Ard%20100%25%23%3F@${endpoint}`,
  ],
  ["names no user that cannot connect", { ...redis, enableDefaultUser: false }, `redis://${endpoint}`],
  [
    "of memcached has the SASL user",
    { protocol: "memcached", endpoint, password: "p@", saslUsername: "us:er", saslPassword: "p@" },
    `memcached://us%3Aer:p%40@${endpoint}`,
  ],
  ["is none while there is no endpoint", { ...redis, endpoint: undefined }, undefined],
])("a connection string %s", (_, connection, expected) => {
  expect(connectionString(connection)).toBe(expected);
});

test("a password can be parsed back from the connection string", () => {
  const password = "ä/€ :@?#[]%25";
  const { password: encoded } = new URL(connectionString({ ...redis, password }) ?? "");
  expect(decodeURIComponent(encoded)).toBe(password);
});

test("an endpoint is split into host and port", () => {
  expect([hostOf(endpoint), portOf(endpoint)]).toEqual([endpoint.slice(0, -6), 12000]);
  expect([hostOf(undefined), portOf(undefined)]).toEqual([undefined, undefined]);
});
