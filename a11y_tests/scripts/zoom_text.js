// How large each text is, before and after the window has half its width.
const texts = () => $$("p, li, h1, h2, h3, h4, a, button, label, dd, td").filter(el => shown(el) && !unseen(el)
  && [...el.childNodes].some(n => n.nodeType === 3 && tidy(n.data)));
if (arguments[0] === "before") {
  window.gateSizes = new Map(texts().map(el => [el, parseFloat(getComputedStyle(el).fontSize)]));
  return [];
}
return [...window.gateSizes].filter(([el]) => el.isConnected && shown(el)).map(([el, before]) => [el, before, parseFloat(getComputedStyle(el).fontSize) * 2])
  .filter(([, before, after]) => after < before * 1.2)
  .map(([el, before, after]) => ({ selector: selector(el), message: `zoomed to 200 % its text is ${Math.round(100 * after / before)} % as large as before: "${shortened(el.innerText)}"` }));
