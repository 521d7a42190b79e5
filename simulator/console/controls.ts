import { type Context, Hono } from "hono";
import { z } from "zod";
import { ApiError, notFound } from "../http/errors";
import { accountOf, exportAccount, loadAccount, resetAccount } from "./accounts";
import type { Feed } from "./feed";
import type { Parts } from "./parts";
import { timeOf } from "./views";

const timeRequest = z.strictObject({
  paused: z.boolean().optional(),
  timeScale: z.number().positive().max(100_000).optional(),
});
const stepRequest = z.strictObject({ seconds: z.number().positive().max(1_000_000_000).optional() });
const faultRequest = z.strictObject({ enabled: z.boolean() });

/** Appointments that a step may pass without any change, such as those that later ones have cancelled. */
const MOST_VOID_APPOINTMENTS = 10_000;

/** What the console can do: `/time`, `/faults`, `/peer` and `/accounts`. */
export function controls(parts: Parts, feed: Feed): Hono {
  return new Hono({ strict: false })
    .route("/time", timeRoutes(parts))
    .route("/faults", faultRoutes(parts, feed))
    .route("/accounts", accountRoutes(parts))
    .post("/peer/:kind/:action", async (context) => {
      const { kind, action } = context.req.param();
      const accountId = context.req.query("accountId");
      const request = await jsonOf(context, z.looseObject({}));
      const of = accountId === undefined ? undefined : Number(accountId);
      return context.json(await parts.peer.act(kind, action, request, of));
    });
}

function timeRoutes(parts: Parts): Hono {
  const { clock } = parts;
  return new Hono({ strict: false })
    .get("/", (context) => context.json(timeOf(parts)))
    .post("/", async (context) => {
      const { paused, timeScale } = await jsonOf(context, timeRequest);
      await parts.runtime.bringUpToDate();
      if (timeScale !== undefined) clock.setTimeScale(timeScale);
      if (paused === true) clock.pause();
      if (paused === false) clock.resume();
      return context.json(timeOf(parts));
    })
    .post("/step", async (context) => {
      const { seconds } = await jsonOf(context, stepRequest);
      if (seconds === undefined) await stepToChange(parts);
      else {
        clock.advanceTo(clock.now() + seconds * 1000);
        await parts.runtime.bringUpToDate();
      }
      return context.json(timeOf(parts));
    });
}

/** Moves time to the next transition of any task or resource. */
async function stepToChange({ runtime, record }: Parts): Promise<void> {
  const { count } = record;
  for (let step = 0; record.count === count && step < MOST_VOID_APPOINTMENTS; step++) {
    if (!(await runtime.step())) return;
  }
}

function faultRoutes({ faults }: Parts, feed: Feed): Hono {
  const all = (context: Context) => {
    feed.addFaults();
    return context.json(faults.status);
  };
  const known = (exists: boolean, id: string) => {
    if (!exists) throw notFound(`There is no fault rule ${id}.`);
  };
  return new Hono({ strict: false })
    .get("/", (context) => context.json(faults.status))
    .post("/", async (context) => {
      const rules = await jsonOf(context, z.union([z.array(z.looseObject({})), z.looseObject({})]));
      try {
        faults.add(...([rules].flat() as never[]));
      } catch (error) {
        if (error instanceof RangeError) throw new ApiError(400, error.message);
        throw error;
      }
      return all(context);
    })
    .patch("/:id", async (context) => {
      const id = context.req.param("id");
      const { enabled } = await jsonOf(context, faultRequest);
      known(faults.enable(Number(id), enabled), id);
      return all(context);
    })
    .delete("/:id", (context) => {
      const id = context.req.param("id");
      known(faults.remove(Number(id)), id);
      return all(context);
    });
}

function accountRoutes(parts: Parts): Hono {
  return new Hono({ strict: false })
    .get("/:accountId/export", async (context) => {
      await parts.runtime.bringUpToDate();
      return context.json(exportAccount(accountOf(parts, context.req.param("accountId"))));
    })
    .post("/:accountId/reset", async (context) => {
      await resetAccount(parts, accountOf(parts, context.req.param("accountId")));
      return context.json({});
    })
    .post("/:accountId/load", async (context) => {
      const account = accountOf(parts, context.req.param("accountId"));
      await loadAccount(parts, account, await jsonOf(context, z.unknown()));
      return context.json({});
    });
}

/** @throws ApiError 400 for a body that is not JSON of this schema; no body is `{}` */
async function jsonOf<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.infer<Schema>> {
  const text = await context.req.text();
  let json: unknown = {};
  try {
    if (text.trim() !== "") json = JSON.parse(text);
  } catch {
    throw new ApiError(400, "The body is not valid JSON.");
  }
  const { success, data, error } = schema.safeParse(json);
  if (!success) throw new ApiError(400, z.prettifyError(error).replaceAll("\n", " "));
  return data;
}
