const { lazily } = require("../lazily.cjs");

module.exports = lazily(() => require("../../../node_modules/typescript"));
