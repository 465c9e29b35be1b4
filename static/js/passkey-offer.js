// A passkey is offered where this device can keep one by itself.
if (await window.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.()) {
  for (const offer of document.querySelectorAll("[data-passkey-offer]")) offer.hidden = false;
}
