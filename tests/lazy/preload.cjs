/**
 * For `node --require`, in the many short processes that tests start: Pulumi's SDK gets large modules lazily, and no code
 * is optimized, which takes longer than it saves.
 */
const Module = require("node:module");
const path = require("node:path");
const v8 = require("node:v8");
const { lazily } = require("./lazily.cjs");

v8.setFlagsFromString("--no-opt");

const LAZY = new Set(["typescript", "@npmcli/arborist"]);
const SDK = path.join("node_modules", "@pulumi", "pulumi");

const { _load: load } = Module;

Module._load = (request, parent, ...rest) =>
  LAZY.has(request) && parent?.filename?.includes(SDK)
    ? lazily(() => load(request, parent, ...rest))
    : load(request, parent, ...rest);
