/** The rooms of the provider, from the top: data goes down, answers come back up. */
const ROOMS = ["resources", "functions", "pulumi", "preview", "operations", "recovery", "lifecycle", "api"];

/** A kind of resource may be in, or refer to, another one; so may look-ups. Nothing else goes up. */
const upwards = ROOMS.slice(1).map((room, index) => ({
  name: `${room}-imports-downwards`,
  severity: "error",
  from: { path: `^provider/${room}/` },
  to: {
    path: `^provider/(${ROOMS.slice(0, index + 1).join("|")})/`,
    pathNot: room === "functions" ? "^provider/resources/" : undefined,
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "provider-without-simulator",
      severity: "error",
      from: { path: "^provider/" },
      to: { path: "^(simulator|timeline|cli)/" },
    },
    {
      name: "simulator-without-provider",
      severity: "error",
      from: { path: "^simulator/" },
      to: { path: "^(provider|cli)/" },
    },
    {
      name: "timeline-alone",
      severity: "error",
      from: { path: "^timeline/" },
      to: { path: "^(provider|simulator|cli)/" },
    },
    {
      name: "core-without-console",
      severity: "error",
      from: { path: "^simulator/", pathNot: "^simulator/(console/|index\\.ts$)" },
      to: { path: "^simulator/console/" },
    },
    ...upwards,
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|node_modules)/" },
  },
};
