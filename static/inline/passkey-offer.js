// A passkey is offered where this device can keep one by itself. It stands in the page right behind the offer.
window.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.().then((can) => {
  for (const offer of document.querySelectorAll("[data-passkey-offer]")) offer.hidden = !can;
});
