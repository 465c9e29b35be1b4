// The sheets are here: what reading.js found, while they were on their way, is told to them.
document.dispatchEvent(new Event("reading"));
