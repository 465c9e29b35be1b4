// How far down the page reaches what a check has to look at, in pixels; endless where that is the page.
const [only] = arguments;
if (!only) return 1e9;
return Math.max(0, ...[...window.gateParts.keys()].filter(el => isAsked(el, only)).map(el => el.getBoundingClientRect().bottom + scrollY));
