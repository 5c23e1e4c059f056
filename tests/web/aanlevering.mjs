// Hands in files at the preview in Chromium, dropped and by keyboard, and reports what a writer sees, as JSON on stdout.
// Usage: node aanlevering.mjs ADDRESS FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { chromium } from "playwright-core";

const [address, file] = process.argv.slice(2);
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
process.on("uncaughtException", async (problem) => {
  console.error(problem, errors, await page.evaluate(() => document.body.outerHTML.slice(-4000)));
  process.exit(1);
});
const seen = { axe: [] };
const check = async (scheme, width) => {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 700 });
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({ exclude: ["iframe"] }, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  seen.axe.push({ passes: found.passes.length, violations: found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html}`) });
};
const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.name || document.activeElement.textContent);
const dialog = page.locator("#levering");
// A real drop: the events a browser sends, with a DataTransfer that carries the file; on the frame, or on the report within it.
const drop = async (target, name, text) => {
  const data = await target.evaluateHandle((_, [own, words]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([words], own));
    return carried;
  }, [name, text]);
  for (const type of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(type, { dataTransfer: data });
};

await page.goto(address);
await page.waitForFunction(() => document.querySelectorAll("iframe").length === 1 && document.body.dataset.versie);
seen.address = page.url();

// Dropped on the report: everything open on one screen.
const text = readFileSync(file, "utf8");
const report = page.frame({ name: "rapport" }).locator("h1").first();
await report.waitFor();
await drop(report, basename(file), text);
await dialog.getByRole("heading", { name: "Nog te beslissen" }).waitFor();
seen.dropped = { title: await page.locator("#levertitel").textContent(), focus: await focused(), screen: await dialog.innerText() };
await check("light", 1280);
await check("dark", 400);
await page.setViewportSize({ width: 1280, height: 700 });

// Nothing answered: each question says so, and the first of them has the focus.
await dialog.getByRole("button", { name: "Verder met deze antwoorden" }).click();
await dialog.locator(".fout").first().waitFor();
seen.empty = { problems: await dialog.locator(".fout").allTextContents(), focus: await focused() };
await check("light", 1280);
await page.keyboard.press("Escape");
await dialog.waitFor({ state: "hidden" });
seen.stopped = { words: await page.locator("#leverstand").textContent(), focus: await focused() };

// Dropped on the frame, and two files at once.
await drop(page.locator("#meldingen"), "leeg.csv", " ");
await dialog.getByRole("heading", { name: "Meldingen" }).waitFor();
seen.unread = await dialog.innerText();
await page.keyboard.press("Escape");
await dialog.waitFor({ state: "hidden" });

// The same by keyboard alone, to the end.
await page.locator("#leverbestand").setInputFiles(file);
await page.locator("#leverbestand").focus();
await page.keyboard.press("Tab");
seen.next = await focused();
await page.keyboard.press("Enter");
await dialog.getByRole("heading", { name: "Nog te beslissen" }).waitFor();
seen.steps = [];
for (let round = 0; round < 6 && await dialog.getByRole("button", { name: "Verder met deze antwoorden" }).count(); round += 1) {
  const title = await dialog.locator("#gesprek").innerText();
  seen.steps.push(await dialog.locator("fieldset legend").allTextContents());
  const skip = dialog.getByRole("button", { name: /^Alle \d+ overslaan$/ });
  for (let at = 0; at < await skip.count(); at += 1) { await skip.nth(at).focus(); await page.keyboard.press("Enter"); }
  for (const set of await dialog.locator("fieldset").all()) {
    if (await set.locator("input:checked").count()) continue;
    const radio = set.locator('input[type="radio"]').first();
    if (await radio.count()) { await radio.focus(); await page.keyboard.press("Space"); continue; }
    const choice = set.locator("button").first();
    if (await choice.count()) { await choice.focus(); await page.keyboard.press("Enter"); continue; }
    await set.locator("input").focus();
    await page.keyboard.type("2021-12-31");
  }
  await dialog.getByRole("button", { name: "Verder met deze antwoorden" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.getElementById("gesprek").innerText !== before, title);
}
const yes = dialog.getByRole("button", { name: "Ja, schrijven" });
await yes.waitFor();
seen.last = await dialog.innerText();
await check("light", 1280);
await yes.focus();
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.getElementById("leverzegt").textContent);
seen.written = await page.locator("#leverzegt").textContent();
await page.keyboard.press("Escape");
await dialog.waitFor({ state: "hidden" });
await page.waitForFunction(() => document.querySelector("iframe").contentDocument.body.textContent.includes("610"), null, { timeout: 30000 });
seen.shown = true;

await browser.close();
console.log(JSON.stringify({ ...seen, errors, elsewhere }));
