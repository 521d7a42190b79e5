/**
 * A module that is loaded when it is first used: see `names.cjs`.
 *
 * @param {() => object} load
 */
exports.lazily = (load) => {
  let loaded;
  const module = () => {
    loaded ??= load();
    return loaded;
  };
  // An ES module is not copied by those that import it, which would load it.
  const get = (_, name) => (name === "__esModule" ? true : name === "default" ? module() : module()[name]);
  return new Proxy({}, { get, has: (_, name) => name in module() });
};
