// htmx under `require-trusted-types-for 'script'`: fragments of our own server may be swapped in, scripts inside them
// stay dead, and no attribute is ever evaluated. A classic script, so that it runs before htmx reads the page.
(() => {
  class Refused extends Error {}

  function NoFunction() {
    throw new Refused("Attributes are not evaluated here");
  }

  const rules = { createHTML: (html) => html, createScript: () => "" };
  const policy = window.trustedTypes ? window.trustedTypes.createPolicy("htmx", rules) : rules;

  window.htmx.registerExtension("policy", {
    init: (api) => api.initSecurity(policy, NoFunction, NoFunction),
  });
})();
