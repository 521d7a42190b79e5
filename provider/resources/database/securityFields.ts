import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import { asSet } from "../canonical";
import { certificate, certificateOrNone, cidr, password, text } from "../schemas";
import { canonicalSourceIps, observedClientCertificates, observedSourceIps } from "./inAnswers";
import type { ObservedDatabase } from "./observed";
import type { DatabaseInputs } from "./types";

type SecurityArgument =
  | "sourceIp"
  | "clientSslCertificate"
  | "clientTlsCertificates"
  | "enableTls"
  | "enableDefaultUser"
  | "password"
  | "saslUsername"
  | "saslPassword";

const flag = z.boolean().optional();

/** Arguments on access to a database: networks, TLS, certificates, and passwords. */
export const securityFields: Pick<Declaration<DatabaseInputs, ObservedDatabase>["fields"], SecurityArgument> =
  {
    sourceIp: {
      schema: z.array(cidr).optional(),
      change: "update",
      default: [],
      canonical: canonicalSourceIps,
      observed: observedSourceIps,
    },
    clientSslCertificate: {
      deprecated: true,
      schema: certificateOrNone.optional(),
      change: "update",
      default: "",
      alternative: "clientTlsCertificates",
      observed: ({ security }, declared) => (security.tlsClientAuthentication === false ? "" : declared),
      // The API reports whether there is one, but not its value.
      readable: (certificate) => (certificate === "" ? "" : undefined),
    },
    clientTlsCertificates: {
      schema: z.array(z.strictObject({ publicCertificatePEMString: certificate })).optional(),
      change: "update",
      default: [],
      alternative: "clientSslCertificate",
      canonical: asSet(({ publicCertificatePEMString }) => publicCertificatePEMString),
      observed: observedClientCertificates,
      // The API reports whether there are any, but not their values.
      readable: (certificates) => (certificates.length === 0 ? certificates : undefined),
    },
    enableTls: {
      schema: flag,
      change: "update",
      default: false,
      // The API then enables TLS.
      implied: ({ clientSslCertificate }) => (clientSslCertificate ? true : undefined),
      observed: ({ security }) => security.enableTls,
    },
    enableDefaultUser: {
      schema: flag,
      change: "update",
      default: true,
      afterCreate: true,
      observed: ({ security }) => security.enableDefaultUser,
    },
    password: {
      schema: password.optional(),
      change: "update",
      secret: true,
      observed: ({ security }) => security.password,
    },
    saslUsername: {
      schema: text.optional(),
      change: "update",
      observed: ({ security }) => security.saslUsername,
    },
    saslPassword: {
      schema: text.optional(),
      change: "update",
      secret: true,
      observed: ({ security }) => security.saslPassword,
    },
  };
