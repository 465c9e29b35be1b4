// Pictures that move for more than five seconds: their bytes say so.
const done = arguments[arguments.length - 1];
const pictures = $$("img").filter(img => /\.gif($|[?#])|^data:image\/gif/i.test(img.currentSrc) && shown(img) && img.width > 4);

function lasts(bytes) {  // seconds, or Infinity
  let time = 0, frames = 0, again = 1;
  for (let i = 0; i < bytes.length - 8; i++) {
    if (bytes[i] === 0x21 && bytes[i + 1] === 0xf9 && bytes[i + 2] === 4 && bytes[i + 7] === 0) {
      frames++;
      time += Math.max(bytes[i + 4] + bytes[i + 5] * 256, 2) / 100;
    }
    if (bytes[i] === 0x21 && bytes[i + 1] === 0xff && String.fromCharCode(...bytes.slice(i + 3, i + 11)) === "NETSCAPE") {
      again = bytes[i + 16] + bytes[i + 17] * 256 || Infinity;
    }
  }
  return frames < 2 ? 0 : time * again;
}

Promise.all(pictures.map(async img => {
  try {
    const answer = await fetch(img.currentSrc, { cache: "force-cache", signal: AbortSignal.timeout(2000) });
    const seconds = lasts(new Uint8Array(await answer.arrayBuffer()));
    return seconds > 5 ? { selector: selector(img), message: `a picture moves ${seconds === Infinity ? "for ever" : `for ${Math.round(seconds)} seconds`}` } : null;
  } catch { return null; }  // of another place that does not let it be read
})).then(all => done(all.filter(Boolean)));
