// After a page came back with mistakes, the error summary is heard first. `autofocus` does it where the browser honours
// it; a page that was opened with a fragment in its address keeps the focus elsewhere, so ask again.

const summary = document.getElementById("error-summary");
if (summary && document.activeElement !== summary) summary.focus();
