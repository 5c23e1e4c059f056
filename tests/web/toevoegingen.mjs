// What the script adds to a page: the filter in the annex and the links to copy. Reports as JSON. Usage: node toevoegingen.mjs FILE WORD
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [file, word] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const address = pathToFileURL(file).href;
const visible = (page) => page.evaluate(() => [...document.querySelectorAll("dl.verantwoording dt")].filter((e) => e.checkVisibility())
  .map((e) => ({ id: e.id, words: `${e.closest("dl").previousElementSibling.textContent} ${e.textContent} ${e.nextElementSibling.textContent}` })));

const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
const bare = await plain.newPage();
await bare.goto(address);
const without = { terms: await bare.locator("dl.verantwoording dt").count(), added: await bare.locator(".zoek, .kopieer").count() };

const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
await context.grantPermissions(["clipboard-read", "clipboard-write"]);
const page = await context.newPage();
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));
await page.goto(address);
const all = await visible(page);
await page.getByLabel("Zoek een cijfer").fill(word);
const found = await visible(page);
const headings = await page.evaluate(() => [...document.querySelectorAll("dl.verantwoording")].every((list) => {
  let e = list;
  while (e.tagName !== "H3") e = e.previousElementSibling;
  return e.checkVisibility() === list.checkVisibility();
}));
const told = await page.locator("#zoek-cijfer ~ .zoekuitkomst").textContent();
await page.evaluate(axe);
const violations = (await page.evaluate(() => window.axe.run(document))).violations.map((rule) => rule.id);
const first = page.locator(".kopieer:visible").first();
await first.click();
await page.waitForFunction(() => document.querySelector("#zoek-cijfer ~ .zoekuitkomst").textContent.includes("#"));
const copied = { text: await page.evaluate(() => navigator.clipboard.readText()), button: await first.textContent() };
const hidden = all.find((row) => !found.some((other) => other.id === row.id)).id;
await page.evaluate((id) => { location.hash = id; }, hidden);
await page.waitForFunction((id) => document.getElementById(id).checkVisibility(), hidden);
const after = await visible(page);
// A number opens its card by click and by Enter; the field at the top finds words and numbers.
await page.evaluate(() => { location.hash = ""; });
const number = page.locator(".blok.tekst a.cijfer", { hasText: /\d\.\d/ }).first();
const shown = await number.textContent();
await number.click();
const card = page.locator("dialog.cijferkaart");
const byClick = { open: await card.isVisible(), words: await card.innerText(), violations: (await page.evaluate(() => window.axe.run(document.querySelector("dialog.cijferkaart")))).violations.map((rule) => rule.id) };
await card.getByRole("button", { name: "Kopieer als bronvermelding" }).click();
await page.waitForFunction(() => document.querySelector(".gezegd").textContent);
const cited = await page.evaluate(() => navigator.clipboard.readText());
await page.keyboard.press("Escape");
const closed = !(await card.isVisible());
await page.locator("td a.cijfer").first().focus();
await page.keyboard.press("Enter");
const byEnter = await card.isVisible();
await page.keyboard.press("Escape");
await page.getByLabel("Zoek in dit rapport").fill(shown);
const hits = await page.locator(".vondsten a").evaluateAll((links) => links.map((a) => a.hash.slice(1)));
const lands = await page.evaluate((ids) => ids.every((id) => document.getElementById(id)), hits);
await page.getByLabel("Zoek in dit rapport").fill("");
// The table below a chart, copied for a spreadsheet.
await page.locator("figure details.cijfers > summary").first().click();
await page.locator("figure .gereedschap button", { hasText: "Kopieer tabel" }).first().click();
await page.waitForFunction(() => document.querySelector(".gezegd").textContent === "Gekopieerd");
const table = await page.evaluate(() => navigator.clipboard.readText());
const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("figure .gereedschap button", { hasText: "SVG" }).first().click()]);
const picture = readFileSync(await saved.path(), "utf8").slice(0, 200);
// The code that shows the chart elsewhere: put into a page of its own it draws and asks nothing of anyone.
await page.locator("figure .gereedschap button", { hasText: "Kopieer insluitcode" }).first().click();
await page.waitForFunction(() => document.querySelector(".gezegd").textContent === "Gekopieerd");
const code = await page.evaluate(() => navigator.clipboard.readText());
const other = await context.newPage();
const fetched = [];
other.on("request", (request) => { if (/^https?:/.test(request.url())) fetched.push(request.url()); });
await other.setContent(`<!DOCTYPE html><html lang="nl"><body>${code}</body></html>`);
const inside = other.frameLocator("iframe");
await inside.locator("svg").waitFor();
const embedded = { start: code.slice(0, 8), title: await inside.locator(".titel").textContent(), words: await inside.locator("body").textContent(), fetched,
  fits: await inside.locator("html").evaluate((e) => e.scrollHeight <= innerHeight + 1 && e.scrollWidth <= innerWidth) };
await other.close();
// An abbreviation says what it stands for to who comes by keyboard; Escape puts it away.
const term = page.locator(".afkorting").first();
await page.keyboard.press("Tab");
await term.focus();
const bubble = () => term.evaluate((e) => getComputedStyle(e, "::after").content);
const abbreviation = { meaning: await term.getAttribute("data-uitleg"), shown: await bubble() };
await page.keyboard.press("Escape");
abbreviation.after = await bubble();
// A number in the English part opens an English window around the Dutch account.
await page.locator('[lang="en"] a.cijfer').first().click();
const english = { lang: await card.getAttribute("lang"), buttons: await card.locator(".gereedschap button").allTextContents(), account: await card.locator("> div").getAttribute("lang"), violations: (await page.evaluate(() => window.axe.run(document.querySelector("dialog.cijferkaart")))).violations.map((rule) => rule.id) };
await browser.close();
console.log(JSON.stringify({ embedded, abbreviation, english, without, all, found, headings, told, violations, copied, address, after, errors, shown, byClick, cited, closed, byEnter, hits, lands, table, picture }));
