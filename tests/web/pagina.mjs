// Opens a page in Chromium and reports, as JSON on stdout, what axe-core finds and what the page asked of the outside.
// Usage: node pagina.mjs FILE WIDTH,WIDTH light,dark
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [file, widths, schemes] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const results = [];
for (const scheme of schemes.split(",")) {
  for (const width of widths.split(",").map(Number)) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => { if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) asked.push(request.url()); });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
    await page.evaluate(axe);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const found = await page.evaluate(() => window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "color-contrast": { enabled: false } },
    }));
    // What has slid out of its frame has no contrast to measure; on a wider sheet every cell has.
    await page.addStyleTag({ content: "body { min-width: 1200px; } .tabelkader, .plaat { overflow: visible !important; } .reeks { direction: ltr !important; } .reeks > table { width: 100% !important; } .reeks th, .reeks td { position: static !important; }" });
    const contrast = await page.evaluate(() => window.axe.run(document, { runOnly: { type: "rule", values: ["color-contrast"] } }));
    for (const kind of ["passes", "violations", "incomplete"]) found[kind].push(...contrast[kind]);
    const short = (list) => list.map((rule) => ({
      rule: rule.id, help: rule.help, count: rule.nodes.length,
      nodes: rule.nodes.map((node) => ({ html: node.html.slice(0, 200), why: (node.any[0] || node.all[0] || node.none[0])?.message })),
    }));
    results.push({ width, scheme, passes: found.passes.length, violations: short(found.violations), incomplete: short(found.incomplete), asked, overflow });
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify(results));
