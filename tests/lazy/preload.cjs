/** For `node --require`: large modules are loaded lazily. */
const Module = require("node:module");
const { lazily } = require("./lazily.cjs");

const LAZY = new Set(["typescript", "@npmcli/arborist"]);

const { _load: load } = Module;

Module._load = (request, ...rest) =>
  LAZY.has(request) ? lazily(() => load(request, ...rest)) : load(request, ...rest);
