// The worker that keeps public pages to read without network, asked for when the page has everything it needs.
// A worker's address is checked like a script's: the policy knows one.
if (navigator.serviceWorker)
  addEventListener("load", () => {
    const policy = window.trustedTypes?.createPolicy("worker", { createScriptURL: () => "/sw.js" });
    navigator.serviceWorker.register(policy?.createScriptURL("") ?? "/sw.js").catch(() => {});
  });
