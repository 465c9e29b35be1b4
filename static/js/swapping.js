// htmx under `require-trusted-types-for 'script'`: fragments of our own server may be swapped in, scripts inside them
// stay dead, and no attribute is ever evaluated. htmx reads the page after this module has run.
import htmx from "../vendor/htmx/htmx.esm.min.js";
import "./failing.js";
import "./slots.js";

class Refused extends Error {}

function NoFunction() {
  throw new Refused("Attributes are not evaluated here");
}

const rules = { createHTML: (html) => html, createScript: () => "" };
const policy = window.trustedTypes ? window.trustedTypes.createPolicy("htmx", rules) : rules;

htmx.registerExtension("policy", {
  init: (api) => api.initSecurity(policy, NoFunction, NoFunction),
});
