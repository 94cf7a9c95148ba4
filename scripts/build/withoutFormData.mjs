// @ts-check

/**
 * axios brings a form-data of its own, and with it the table of all media types (140 KB), for requests that send files as forms. We send JSON only, and Node has
 * had `FormData` since version 18, which axios takes too.
 *
 * @type {import("esbuild").Plugin}
 */
export const withoutFormData = {
  name: "without-form-data",
  setup(host) {
    host.onResolve({ filter: /^form-data$/ }, () => ({ path: "form-data", namespace: "node-form-data" }));
    host.onLoad({ filter: /.*/, namespace: "node-form-data" }, () => ({
      contents: "module.exports = globalThis.FormData;",
    }));
  },
};
