/** For `node --require`: Pulumi's SDK gets large modules lazily. */
const Module = require("node:module");
const path = require("node:path");
const { lazily } = require("./lazily.cjs");

const LAZY = new Set(["typescript", "@npmcli/arborist"]);
const SDK = path.join("node_modules", "@pulumi", "pulumi");

const { _load: load } = Module;

Module._load = (request, parent, ...rest) =>
  LAZY.has(request) && parent?.filename?.includes(SDK)
    ? lazily(() => load(request, parent, ...rest))
    : load(request, parent, ...rest);
