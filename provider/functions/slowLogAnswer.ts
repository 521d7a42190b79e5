import { z } from "zod";
import { informative, maybe } from "../api/answers";

/** `GET …/slow-log`. API: `DatabaseSlowLogEntries`. */
export const slowLogAnswer = z
  .object({
    entries: maybe(
      z.array(
        z.object({
          id: informative(z.number()),
          startTime: informative(z.string()),
          duration: informative(z.number()),
          arguments: informative(z.string()),
        }),
      ),
    ),
  })
  .transform(({ entries = [] }) => entries);
