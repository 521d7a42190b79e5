/**
 * Loads large modules when they are first used. Pulumi's SDK loads them in each process, which takes two thirds of its
 * start, though only a program that serializes a provider needs them.
 */
const Module = require("node:module");

const LAZY = new Set(["typescript", "@npmcli/arborist"]);

const { _load: load } = Module;

Module._load = (request, ...rest) => {
  if (!LAZY.has(request)) return load(request, ...rest);
  let loaded;
  const module = () => {
    loaded ??= load(request, ...rest);
    return loaded;
  };
  // An ES module is not copied by those that import it, which would load it.
  const get = (_, name) => (name === "__esModule" ? true : module()[name]);
  return new Proxy({}, { get, has: (_, name) => name in module() });
};
