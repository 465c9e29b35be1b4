// Passkeys, where the browser has them: a form (data-passkey="create", "use" or "prove") asks for its challenge, hands it to the
// authenticator and sends what that says. The page to sign in also offers what the device keeps among the suggestions of
// its e-mail field (autocomplete="… webauthn"), until somebody presses the button. Without scripts the rest of the page
// does the same by e-mail.
import { release } from "./sending.js";

const use = {
  parse: "parseRequestOptionsFromJSON",
  ask: (publicKey, more) => navigator.credentials.get({ publicKey, ...more }),
};
const WAYS = {
  create: {
    parse: "parseCreationOptionsFromJSON",
    ask: (publicKey, more) => navigator.credentials.create({ publicKey, ...more }),
  },
  use,
  prove: use, // whoever is signed in shows once more that it is her; nothing is suggested
};
const known = window.PublicKeyCredential;
const suggested = new AbortController(); // ends the wait for a suggestion to be chosen
let sent = false; // a passkey is on its way: whoever chose a suggestion and pressed the button too is sent once
addEventListener("pageshow", (event) => event.persisted && (sent = false));

async function challenge(form) {
  const answer = await fetch(form.dataset.challenge, {
    method: "POST",
    body: new URLSearchParams({ _token: form.elements._token?.value ?? "" }),
  });
  if (!answer.ok) throw new Error(`no challenge: ${answer.status}`);
  return known[WAYS[form.dataset.passkey].parse](await answer.json());
}

async function ask(form, more = {}) {
  const publicKey = await challenge(form);
  more.signal?.throwIfAborted();
  const made = await WAYS[form.dataset.passkey].ask(publicKey, more);
  if (sent || more.signal?.aborted) return;
  sent = true;
  form.elements.credential.value = JSON.stringify(made.toJSON());
  HTMLFormElement.prototype.submit.call(form);
}

function failed(form, problem) {
  release(form);
  const places = [...form.querySelectorAll("[data-refused]")];
  const place = places.find((one) => one.dataset.refused === problem.name) ?? places.at(-1);
  for (const one of places) one.hidden = one !== place;
  place.focus(); // which has it said
}

async function press(event) {
  const form = event.target;
  event.preventDefault();
  if (sent) return;
  suggested.abort();
  try {
    await ask(form);
  } catch (problem) {
    failed(form, problem);
  }
}

async function suggest(form) {
  if (!(await known.isConditionalMediationAvailable?.())) return;
  try {
    await ask(form, { mediation: "conditional", signal: suggested.signal });
  } catch (problem) {
    if (problem.name !== "AbortError") console.info("no passkey was chosen", problem.name);
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!known?.[WAYS[form.dataset.passkey].parse]) continue;
  for (const place of form.querySelectorAll("[data-without]")) place.hidden = true;
  for (const place of form.querySelectorAll("[data-with]")) place.hidden = false;
  form.hidden = false;
  form.addEventListener("submit", press);
  // On the page that refuses a passkey the same one is not suggested again.
  const refused = new URL(form.action).pathname === location.pathname;
  if (form.dataset.passkey === "use" && !refused) suggest(form);
}
