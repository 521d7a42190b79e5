import { Hono } from "hono";
import { type Environment, selfLinks } from "../../http/environment";
import { DATA_PERSISTENCE, MODULES, QUERY_PERFORMANCE_FACTORS } from "./catalog";

/** The values that settings of databases can have. */
export const catalogRoutes = new Hono<Environment>({ strict: false })
  .get("/database-modules", (context) => context.json({ modules: MODULES, links: selfLinks(context) }))
  .get("/data-persistence", (context) =>
    context.json({ dataPersistence: DATA_PERSISTENCE, links: selfLinks(context) }),
  )
  .get("/query-performance-factors", (context) =>
    context.json({ queryPerformanceFactors: QUERY_PERFORMANCE_FACTORS, links: selfLinks(context) }),
  );
