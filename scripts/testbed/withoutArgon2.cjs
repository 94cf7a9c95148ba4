// @ts-check
// code-server loads argon2 at its start, for passwords, of which our windows have none. Its binary is built by an install script, and those are off.
const Module = require("node:module");

/** @type {any} Node's own, which has no types */
const internals = Module;
const load = internals._load;
internals._load = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) =>
  request === "argon2" ? {} : load.call(Module, request, ...rest);
