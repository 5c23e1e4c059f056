// Walks a page with the Tab key and at 400 % zoom (1280 px at four times is 320 px wide), and reports what it met as JSON.
// Usage: node toetsenbord.mjs FILE
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
await page.goto(pathToFileURL(process.argv[2]).href);
const wanted = await page.evaluate(() => [...document.querySelectorAll('a[href], summary, button, input, [tabindex="0"]')].filter((e) => e.checkVisibility()).length);
const stops = [];
for (let n = 0; n < wanted + 5; n += 1) {
  await page.keyboard.press("Tab");
  const stop = await page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    return { tag: e.tagName, outline: parseFloat(style.outlineWidth) || 0, visible: box.bottom > 0 && box.top < innerHeight, words: (e.innerText || e.getAttribute("aria-label") || "").slice(0, 40) };
  });
  if (!stop) break;
  stops.push(stop);
}
await page.evaluate(() => window.scrollTo(0, 0));
await page.focus(".naar-inhoud");
await page.keyboard.press("Enter");
const skipped = await page.evaluate(() => document.activeElement.id);
await page.setViewportSize({ width: 320, height: 256 });
const zoom = await page.evaluate(() => ({
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  wide: [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.parentElement.closest(".tabelkader, .plaat")).slice(0, 3).map((e) => e.outerHTML.slice(0, 120)),
  small: [...document.querySelectorAll("p, li, td, th, dd, dt, h1, h2, h3, a")].filter((e) => parseFloat(getComputedStyle(e).fontSize) < 11).length,
}));
await browser.close();
console.log(JSON.stringify({ wanted, stops, skipped, zoom }));
