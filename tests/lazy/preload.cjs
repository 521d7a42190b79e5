/**
 * For `node --require`, in the many short processes that tests start: Pulumi's SDK gets large modules lazily, and no code
 * is optimized, which takes longer than it saves.
 */
const Module = require("node:module");
const path = require("node:path");
const v8 = require("node:v8");
const { lazily } = require("./lazily.cjs");
const { AUTOMATION, LAZY } = require("./names.cjs");

v8.setFlagsFromString("--no-opt");

const lazyNames = new Set([...LAZY, AUTOMATION]);
const SDK = path.join("node_modules", "@pulumi", "pulumi");

const { _load: load } = Module;

Module._load = (request, parent, ...rest) =>
  lazyNames.has(request) && parent?.filename?.includes(SDK)
    ? lazily(() => load(request, parent, ...rest))
    : load(request, parent, ...rest);
