// Runs inside the page: measures the pictures as the browser drew them and writes the result into
// <pre id="report">, a line a finding: "ok: …" or "bad: …".
"use strict";
const report = [];
function tell(isGood, what) { report.push((isGood ? "ok: " : "bad: ") + what); }

const violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));

function channels(color) {
  const parts = color.match(/[\d.]+/g).map(Number);
  return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
}
function over(top, alpha, ground) { return top.map((value, i) => value * alpha + ground[i] * (1 - alpha)); }
function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
function fillOf(element, ground) {
  const style = getComputedStyle(element);
  if (style.fill === "none") return ground;
  const { rgb, alpha } = channels(style.fill);
  return over(rgb, alpha * Number(style.fillOpacity), ground);
}

function boxOf(element, picture, scale) {
  const outer = picture.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  return {
    left: (box.left - outer.left) / scale, right: (box.right - outer.left) / scale,
    top: (box.top - outer.top) / scale, bottom: (box.bottom - outer.top) / scale,
  };
}
function union(boxes) {
  return {
    left: Math.min(...boxes.map((b) => b.left)), right: Math.max(...boxes.map((b) => b.right)),
    top: Math.min(...boxes.map((b) => b.top)), bottom: Math.max(...boxes.map((b) => b.bottom)),
  };
}

function inspect(picture, name, isDark, expectedWidth) {
  const view = picture.viewBox.baseVal;
  const rect = picture.getBoundingClientRect();
  const scale = rect.width / view.width;
  tell(Math.abs(rect.width - expectedWidth) < 1, `${name}: fills its place (${rect.width} of ${expectedWidth} px)`);
  tell(Math.abs(rect.height / rect.width - view.height / view.width) < 0.01, `${name}: keeps its proportions`);
  tell(picture.getAttribute("role") === "img" && picture.getAttribute("aria-label").length > 5, `${name}: has a role and a name`);

  const ground = fillOf(picture.querySelector("polygon"), [255, 255, 255]);
  tell(isDark ? luminance(ground) < 0.1 : luminance(ground) > 0.8, `${name}: its ground is ${isDark ? "dark" : "light"} (${ground})`);
  // Traces of what was, and their rims, have colours of their own.
  const strokes = [...picture.querySelectorAll(".tie.hostile path")].map((path) => getComputedStyle(path).stroke);
  const wanted = isDark ? "rgb(214, 96, 77)" : "rgb(178, 24, 43)";
  if (strokes.length) tell(strokes.includes(wanted), `${name}: tension is ${wanted} (${[...new Set(strokes)].join(", ")})`);

  // Labels stand in the middle of their actors and chips, and inside them.
  let [actors, worst, outside] = [0, 0, 0];
  for (const group of picture.querySelectorAll(".actor, .chip")) {
    const shape = group.querySelector("polygon, ellipse, path");
    const texts = [...group.querySelectorAll("text")];
    if (!shape || !texts.length) continue;
    actors += 1;
    const [outer, inner] = [boxOf(shape, picture, scale), union(texts.map((text) => boxOf(text, picture, scale)))];
    worst = Math.max(worst, Math.abs((outer.left + outer.right - inner.left - inner.right) / 2));
    if (inner.left < outer.left || inner.right > outer.right) outside += 1;
  }
  const isChart = !picture.querySelector(".actor");
  tell(isChart || (actors > 0 && worst < 1.5), `${name}: ${actors} labels stand in the middle (at most ${worst.toFixed(2)} pt off)`);
  tell(outside === 0, `${name}: ${outside} labels stick out of their shapes`);

  // No text leaves the sheet or covers another.
  const texts = [...picture.querySelectorAll("text")].map((text) => ({ text, box: boxOf(text, picture, scale) }));
  const away = texts.filter(({ box }) => box.left < -0.5 || box.top < -0.5 || box.right > view.width + 0.5 || box.bottom > view.height + 0.5);
  tell(away.length === 0, `${name}: ${texts.length} texts lie on the sheet` + away.map(({ text }) => ` [${text.textContent}]`).join(""));
  const covered = [];
  for (let i = 0; i < texts.length; i += 1) {
    for (let j = i + 1; j < texts.length; j += 1) {
      const [a, b] = [texts[i], texts[j]];
      if (a.text.parentNode === b.text.parentNode) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // The box of a text is higher than its letters.
      if (wide > 1 && high > 4) covered.push(`${a.text.textContent} / ${b.text.textContent}`);
    }
  }
  tell(covered.length === 0, `${name}: no text covers another` + covered.map((pair) => ` [${pair}]`).join(""));

  // The cells of a chart lie behind its texts and not with them; their contrast is computed elsewhere.
  if (isChart) return;
  let least = { value: 99, text: "" };
  for (const { text } of texts) {
    const shape = text.parentNode.querySelector("polygon, ellipse, path");
    const value = contrast(fillOf(text, ground), shape ? fillOf(shape, ground) : ground);
    if (value < least.value) least = { value, text: text.textContent };
  }
  tell(least.value >= 4.5, `${name}: the contrast of texts is at least ${least.value.toFixed(1)} (${least.text})`);
}

addEventListener("load", () => {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  tell(true, `the page is ${isDark ? "dark" : "light"}, ${innerWidth} px wide`);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  tell(twice.length === 0, `no id occurs twice${twice.length ? ": " + twice.join(" ") : ""}`);
  for (const figure of document.querySelectorAll("figure[data-name]")) {
    const picture = figure.querySelector("svg");
    inspect(picture, figure.dataset.name, isDark, figure.getBoundingClientRect().width);
  }
  const [first, second] = document.querySelectorAll("figure[data-twin] svg");
  tell(first.outerHTML === second.outerHTML, "the same picture stands on the page twice");
  const styles = (picture) => [...picture.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element);
    return [style.fill, style.stroke, style.strokeWidth, style.fontSize].join();
  }).join("\n");
  tell(styles(first) === styles(second), "and looks the same both times");
  for (const image of document.images) {
    tell(image.complete && image.naturalWidth > 100, `${image.alt} loads as an image (${image.naturalWidth} px)`);
  }
  tell(violations.length === 0, `nothing reaches outside (${violations.length} attempts)`);
  tell(!document.querySelector("svg script, svg image, svg use, svg foreignObject"), "no picture holds a script or a foreign thing");
  document.getElementById("report").textContent = report.join("\n");
});
