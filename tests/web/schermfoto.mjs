// A picture of a page. Usage: node schermfoto.mjs FILE WIDTH light|dark OUT.png [TOP HEIGHT]; TOP in points, or a selector of what comes at the top
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [file, width, scheme, out, top, height] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height || 900) }, colorScheme: scheme });
await page.goto(pathToFileURL(file).href);
if (top) await page.evaluate((y) => (/^\d+$/.test(y) ? window.scrollTo({ top: Number(y), behavior: "instant" }) : document.querySelector(y).scrollIntoView({ behavior: "instant" })), top);
await page.screenshot({ path: out, fullPage: !top });
await browser.close();
