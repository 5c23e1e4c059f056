// Drives the preview in Chromium and reports, as JSON on stdout, what a writer sees who looks, scrolls, saves, breaks a file, mends it,
// follows a finding and makes a PDF. Changes files of the small project of the tests in FOLDER. Usage: node voorvertoning.mjs ADDRESS FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [address, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 700 }, reducedMotion: "reduce" });
const page = await context.newPage();
const [errors, elsewhere] = [[], []];
page.on("pageerror", (error) => errors.push(String(error)));
page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
page.on("request", (request) => { if (!request.url().startsWith(new URL("/", address).href) && !/^(data|about):/.test(request.url())) elsewhere.push(request.url()); });

const change = (file, edit) => {
  const path = join(folder, file);
  writeFileSync(path, edit(readFileSync(path, "utf8")));
  return Date.now();
};
const report = () => page.frame({ name: "rapport" });
const settled = () => page.waitForFunction(() => document.querySelectorAll("iframe").length === 1 && document.body.dataset.versie);
process.on("uncaughtException", async (problem) => {
  console.error(problem, errors, await page.evaluate(() => [document.body.outerHTML.slice(0, 3000), document.querySelectorAll("iframe").length]));
  process.exit(1);
});
const shows = (words, there = true) => page.waitForFunction(([w, t]) => {
  const frames = document.querySelectorAll("iframe");
  return frames.length === 1 && Boolean(frames[0].contentDocument?.body?.textContent.includes(w)) === t;
}, [words, there], { timeout: 30000 });
const check = async (scheme, width) => {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 700 });
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({ exclude: ["iframe"] }, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  return { passes: found.passes.length, violations: found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html}`) };
};
const status = () => page.locator("#stand").textContent();
const panel = () => page.locator("#paneel section[data-kind] li").allTextContents();
const [text, figures] = ["content/2021/cijfers.yaml", "figures/2021/instroom.csv"];
const seen = { axe: [] };

await page.goto(address);
await settled();
await shows("mensen binnen");
seen.first = { status: await status(), held: await page.locator("#blijft").isVisible() };

// How a number was read, by focus and gone with Escape; and a figure found by its words.
const number = report().locator("[data-gelezen]").first();
await number.focus();
seen.read = { words: await number.textContent(), tip: await report().locator("#gelezen-als").textContent(), shown: await report().locator("#gelezen-als").isVisible() };
await page.keyboard.press("Escape");
seen.read.gone = !(await report().locator("#gelezen-als").isVisible());
await page.getByRole("searchbox").fill("instroom politie vorig jaar");
await page.keyboard.press("Enter");
await page.locator("#gevonden li").first().waitFor();
seen.found = await page.locator("#gevonden li").first().textContent();
seen.axe.push(await check("light", 1280));

await report().evaluate(() => window.scrollTo({ top: 300, behavior: "instant" }));
const before = await report().evaluate(() => scrollY);
const saved = change(text, (words) => words.replace("mensen binnen", "personen naar binnen"));
await shows("personen naar binnen");
seen.saved = { milliseconds: Date.now() - saved, before, after: await report().evaluate(() => scrollY) };

const good = readFileSync(join(folder, text), "utf8");
change(text, () => "titel: [Cijfers\n");
await page.locator("#blijft").waitFor();
seen.broken = { status: await status(), panel: await panel(), still: await report().evaluate(() => document.body.textContent.includes("personen naar binnen")) };
seen.axe.push(await check("light", 1280), await check("dark", 1280), await check("light", 500));
change(text, () => good.replace("personen naar binnen", "mensen naar binnen"));
await shows("mensen naar binnen");
await page.locator("#blijft").waitFor({ state: "hidden" });
seen.mended = { status: await status(), panel: await panel() };
await page.setViewportSize({ width: 1280, height: 700 });

change(figures, (words) => words.replace("1.000", "1.900"));
await page.locator(".groep-error li").waitFor();
await shows("1.900");
seen.wrong = { panel: await page.locator(".groep-error li").allTextContents() };
const link = page.locator(".groep-error li a").first();
seen.link = { words: await link.textContent(), href: await link.getAttribute("href") };
await report().evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
await link.click();
seen.link.top = await report().evaluate((id) => document.getElementById(id).getBoundingClientRect().top, seen.link.href.split("#")[1]);
seen.axe.push(await check("light", 1280));
change(figures, (words) => words.replace("1.900", "1.000"));
await page.locator(".groep-error").waitFor({ state: "hidden" });

await page.getByRole("button", { name: "Meldingen" }).click();
seen.hidden = { panel: await page.locator("#paneel").isVisible(), expanded: await page.locator("#paneelknop").getAttribute("aria-expanded") };
await page.getByRole("button", { name: "Meldingen" }).click();

await page.getByRole("button", { name: "Maak PDF" }).click();
await page.locator("#pdfvoortgang").waitFor();
seen.pdf = { busy: await page.locator("#pdfstand").textContent() };
const ready = page.getByRole("link", { name: "Open de PDF" });
await ready.waitFor({ timeout: 90000 });
const answer = await context.request.get(new URL(await ready.getAttribute("href"), address).href);
seen.pdf = { ...seen.pdf, words: await page.locator("#pdfstand").textContent(), type: answer.headers()["content-type"], start: (await answer.body()).subarray(0, 5).toString() };

await browser.close();
console.log(JSON.stringify({ ...seen, errors, elsewhere }));
