import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import { certificateOrNone, cidr, password, text } from "../schemas";
import { canonicalSourceIps, observedSourceIps } from "./inAnswers";
import type { ObservedDatabase } from "./observed";
import { settingsFields } from "./settingsFields";
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
    clientTlsCertificates: { ...settingsFields.clientTlsCertificates, alternative: "clientSslCertificate" },
    enableTls: {
      ...settingsFields.enableTls,
      // It turns TLS on by itself.
      implied: ({ clientSslCertificate }) => (clientSslCertificate ? true : undefined),
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
