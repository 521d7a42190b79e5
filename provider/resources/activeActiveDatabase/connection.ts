import * as pulumi from "@pulumi/pulumi";
import { connectionString } from "../database/connection";
import type { RegionalSettings } from "./types";

type Outputs = Readonly<Record<string, pulumi.Output<unknown>>>;
type ByRegion = Readonly<Record<string, string>>;

interface Known {
  readonly publicEndpoints?: ByRegion;
  readonly privateEndpoints?: ByRegion;
  readonly enableTls?: boolean;
  readonly globalEnableDefaultUser?: boolean;
  readonly globalPassword?: string;
  readonly regions?: readonly RegionalSettings[];
  readonly regionPasswords?: ByRegion;
}

/** The URI to connect with in each region. */
function connectionStringsOf(known: Known): Readonly<Record<string, string | undefined>> {
  const {
    publicEndpoints = {},
    privateEndpoints = {},
    enableTls,
    regions = [],
    regionPasswords = {},
  } = known;
  const endpoints = Object.entries({ ...privateEndpoints, ...publicEndpoints });
  const strings = endpoints.map(([region, endpoint]) => {
    const own = regions.find((one) => one.region === region)?.enableDefaultUser;
    const enableDefaultUser = own ?? known.globalEnableDefaultUser;
    const password = regionPasswords[region] ?? known.globalPassword;
    return [region, connectionString({ endpoint, enableTls, enableDefaultUser, password })] as const;
  });
  return Object.fromEntries(strings);
}

/** Outputs that follow from others. The strings are secrets, whatever the password is. */
export const connectionOutputs = {
  connectionStrings: (database: Outputs): pulumi.Output<unknown> => {
    const { publicEndpoints, privateEndpoints, enableTls, globalEnableDefaultUser, globalPassword } =
      database;
    const { regions, regionPasswords } = database;
    const parts = { publicEndpoints, privateEndpoints, enableTls, globalEnableDefaultUser, globalPassword };
    const known = pulumi.all({ ...parts, regions, regionPasswords });
    return pulumi.secret(known.apply((all) => connectionStringsOf(all as Known)));
  },
};
