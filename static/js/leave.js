// Somebody has to leave this page before another person sees it: it goes from the window at once, and the way back does
// not lead here again. Without this script the link is a plain link.

for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.body.hidden = true;
    document.title = document.querySelector(".brand")?.textContent.trim() ?? "";
    location.replace(link.href);
  });
}
