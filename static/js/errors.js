// After a page came back with mistakes, the error summary is heard first. `autofocus` does it where the browser honours
// it; an address that ends in #something takes the focus there once the page is loaded, so ask again then.

const summary = document.getElementById("error-summary");

function hear() {
  if (document.activeElement !== summary) summary.focus();
}

if (summary) {
  hear();
  window.addEventListener("load", () => setTimeout(hear, 0));
}
