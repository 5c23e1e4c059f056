// Only adds: the page is complete without it.
(() => {
  "use strict";
  const make = (tag, attributes, words) => {
    const element = Object.assign(document.createElement(tag), attributes);
    if (words) element.textContent = words;
    return element;
  };
  // A link that is shared leads to the published page, when the report says where that is.
  const here = document.querySelector('link[rel="canonical"]')?.href ?? location.href;

  // The contents show which chapter is in view.
  const links = new Map([...document.querySelectorAll(".inhoudsopgave a")].map((a) => [a.hash.slice(1), a]));
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const link = links.get(entry.target.id);
      if (link && entry.isIntersecting) {
        document.querySelector(".inhoudsopgave a[aria-current]")?.removeAttribute("aria-current");
        link.setAttribute("aria-current", "true");
      }
    }
  }, { rootMargin: "0px 0px -70% 0px" });
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) seen.observe(heading);
  }

  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const said = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
  const told = make("p", { className: "gezegd" });
  told.setAttribute("role", "status");
  document.body.append(told);
  const copy = async (button, words) => {
    const before = button.textContent;
    const english = button.closest("[lang]")?.lang === "en";
    told.lang = english ? "en" : "nl";
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = told.textContent = english ? "Copied" : "Gekopieerd";
    } catch {
      button.textContent = told.textContent = english ? "This browser does not allow copying" : "Kopiëren mag niet in deze browser";
    }
    setTimeout(() => { button.textContent = before; told.textContent = ""; }, 3000);
  };
  const save = (name, content, type) => {
    const link = make("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  // A number opens its account in a window; without script the same link leads to the annex.
  const card = make("dialog", { className: "cijferkaart" });
  card.setAttribute("aria-labelledby", "kaartkop");
  document.body.append(card);
  const open = (data, link) => {
    const term = document.getElementById(link.hash.slice(1));
    if (!term) return false;
    const list = term.closest("dl");
    const shared = [];
    for (let e = list.previousElementSibling; e && e.tagName !== "H3"; e = e.previousElementSibling) shared.unshift(e.cloneNode(true));
    const group = [...document.querySelectorAll("#bijlage-verantwoording ~ h3")].filter((h) => h.compareDocumentPosition(list) & 4).pop();
    const name = term.firstChild.textContent.trim();
    const when = [data.dataset.key, data.dataset.year].filter(Boolean).join(", ");
    const address = new URL(link.hash, here).href;
    const cite = `${said("author")}, ${document.title}: ${group ? `${group.textContent}, ` : ""}${name}, ${when}: ${data.textContent.trim()}. ${address}`;
    const content = make("div");
    for (const e of term.nextElementSibling.childNodes) content.append(e.cloneNode(true));
    content.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
    // In a part in another language the window speaks English; the account itself stays Dutch, and says so.
    const english = (link.closest("[lang]")?.lang ?? "nl") === "en";
    const word = (dutch, other) => (english ? other : dutch);
    card.lang = word("nl", "en");
    content.lang = "nl";
    const quote = make("button", { type: "button" }, word("Kopieer als bronvermelding", "Copy as citation"));
    quote.addEventListener("click", () => copy(quote, cite));
    const share = make("button", { type: "button" }, word("Kopieer link", "Copy link"));
    share.addEventListener("click", () => copy(share, address));
    const whole = make("a", { href: link.hash }, word("Alle cijfers", "All figures"));
    const close = make("button", { type: "button" }, word("Sluiten", "Close"));
    close.addEventListener("click", () => card.close());
    const foot = make("p", { className: "gereedschap" });
    foot.append(quote, share, whole, close);
    const about = make("p", { lang: "nl" }, `${group ? `${group.textContent}, ` : ""}${when}`);
    const note = english ? [make("p", { className: "klein" }, "The account of this figure is in Dutch.")] : [];
    shared.forEach((e) => { e.lang = "nl"; });
    card.replaceChildren(make("h2", { id: "kaartkop", lang: "nl" }, name), make("p", { className: "kaartwaarde" }, data.textContent.trim()), about, ...note, content, ...shared, foot);
    card.showModal();
    return true;
  };
  document.addEventListener("click", (event) => {
    if (event.target === card) card.close();
    const link = event.target.closest?.("a.cijfer");
    if (card.contains(event.target) && event.target.closest("a")) card.close();
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (open(link.closest("data"), link)) event.preventDefault();
  });

  // What an abbreviation stands for is put away with Escape, and comes back with the next visit.
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") document.activeElement?.closest(".afkorting")?.classList.add("weg"); });
  document.addEventListener("focusout", (event) => event.target.closest?.(".afkorting")?.classList.remove("weg"));

  // Tables are copied and saved with numbers a spreadsheet reads; charts as a picture.
  const cell = (e) => {
    const data = e.querySelectorAll("data");
    return data.length === 1 && data[0].value !== "" ? data[0].value : e.innerText.trim();
  };
  const rowsOf = (table) => [...table.rows].map((row) => [...row.cells].map(cell));
  const file = (words) => plain(words).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "cijfers";
  // What another page shows of a chart: the drawing, its notes and its source, and nothing to fetch.
  const escaped = (words) => words.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
  const published = /^https?:/.test(here);
  const embedded = (words, svg, address) => {
    const below = [...svg.closest("figure").querySelectorAll(".noot, .bron")].map((p) => `<p>${escaped(p.textContent.trim())}</p>`);
    const from = escaped(`${said("author")}, ${document.title}`);
    below.push(published ? `<p><a href="${escaped(address)}" target="_top">${from}</a></p>` : `<p>${from}</p>`);
    const look = "body{margin:0;font:16px/1.4 'Fira Sans',Arial,sans-serif;color:#1b2733;background:#fff}svg{display:block;width:100%;height:auto}p{margin:4px 0 0;font-size:13px;color:#4d5a66}.titel{margin:0 0 8px;font-size:16px;font-weight:600;color:#1b2733}";
    const inside = `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(words)}</title><style>${look}</style></head><body><p class="titel">${escaped(words)}</p>${new XMLSerializer().serializeToString(svg)}${below.join("")}</body></html>`;
    const box = svg.viewBox.baseVal;
    const height = Math.ceil((700 * box.height) / box.width) + 40 + below.reduce((sum, p) => sum + 5 + 19 * Math.ceil(p.length / 95), 0);
    return `<iframe title="${escaped(words)}" width="700" height="${height}" style="border:0;max-width:100%" srcdoc="${escaped(inside)}"></iframe>`;
  };
  const tools = (table, words, svg) => {
    const bar = make("p", { className: "gereedschap" });
    const add = (label, act) => {
      const button = make("button", { type: "button" }, label);
      button.setAttribute("aria-label", `${label}: ${words}`);
      button.addEventListener("click", () => act(button));
      bar.append(button);
    };
    add("Kopieer tabel", (button) => copy(button, rowsOf(table).map((row) => row.join("\t").replaceAll(".", ",")).join("\n")));
    const quoted = (value) => (/[;"\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    add("CSV", () => save(`${file(words)}.csv`, `\ufeff${rowsOf(table).map((row) => row.map(quoted).join(";")).join("\r\n")}\r\n`, "text/csv"));
    const address = new URL(`#${table.closest(".blok").id}`, here).href;
    if (svg) {
      const source = () => new XMLSerializer().serializeToString(svg);
      add("SVG", () => save(`${file(words)}.svg`, source(), "image/svg+xml"));
      add("PNG", async () => {
        const box = svg.viewBox.baseVal;
        const picture = make("canvas", { width: 2 * box.width, height: 2 * box.height });
        const image = new Image(2 * box.width, 2 * box.height);
        image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source())}`;
        await image.decode();
        const pen = picture.getContext("2d");
        pen.fillStyle = "#ffffff";
        pen.fillRect(0, 0, picture.width, picture.height);
        pen.drawImage(image, 0, 0, picture.width, picture.height);
        picture.toBlob((blob) => save(`${file(words)}.png`, blob, "image/png"));
      });
    }
    add("Kopieer link", (button) => copy(button, address));
    if (svg) add("Kopieer insluitcode", (button) => copy(button, embedded(words, svg, address)));
    return bar;
  };
  for (const table of document.querySelectorAll(".tabel .tabelkader > table")) {
    table.parentElement.after(tools(table, table.caption?.innerText.trim() ?? "", null));
  }
  for (const figure of document.querySelectorAll("figure")) {
    const table = figure.querySelector("details table");
    if (table) figure.querySelector("details").append(tools(table, figure.querySelector("figcaption").innerText.trim(), figure.querySelector(".breed svg")));
  }

  // One field finds words and numbers, in the texts and in the account of the figures.
  const main = document.getElementById("inhoud");
  const places = [
    ...[...document.querySelectorAll(".blok[id]")].map((e) => [e, e.querySelector("h3, figcaption, caption")?.textContent ?? e.closest("section").querySelector("h2").textContent, e.textContent]),
    ...[...document.querySelectorAll("dl.verantwoording dt")].map((e) => [e, e.textContent, `${e.textContent} ${e.nextElementSibling.textContent}`]),
  ].map(([e, title, words]) => ({ id: e.id, title: title.trim(), words: words.replace(/\s+/g, " "), plain: plain(words.replace(/\s+/g, " ")) }));
  const seek = make("input", { type: "search", id: "zoek-overal", autocomplete: "off" });
  const hits = make("ol", { className: "vondsten", hidden: true });
  const count = make("p", { className: "zoekuitkomst" });
  count.setAttribute("role", "status");
  const box = make("div", { className: "zoek zoekoveral" });
  box.setAttribute("role", "search");
  box.append(make("label", { htmlFor: seek.id }, "Zoek in dit rapport"), seek, count, hits);
  main?.prepend(box);
  seek.addEventListener("input", () => {
    const wanted = plain(seek.value).split(/\s+/).filter(Boolean);
    const found = wanted.length ? places.filter((place) => wanted.every((word) => place.plain.includes(word))) : [];
    hits.replaceChildren(...found.slice(0, 25).map((place) => {
      const at = Math.max(0, place.plain.indexOf(wanted[0]) - 40);
      const item = make("li");
      item.append(make("a", { href: `#${place.id}` }, place.title), make("span", {}, ` … ${place.words.slice(at, at + 110)} …`));
      return item;
    }));
    hits.hidden = !found.length;
    count.textContent = wanted.length ? (found.length > 25 ? `25 van ${found.length} plaatsen` : `${found.length} ${found.length === 1 ? "plaats" : "plaatsen"}`) : "";
  });

  // The annex of figures: a filter, and a button per figure that copies a link to it.
  const lists = [...document.querySelectorAll("dl.verantwoording")];
  if (!lists.length) return;
  const rows = lists.flatMap((list) => [...list.querySelectorAll("dt")].map((term) => {
    const group = [list];
    for (let e = list.previousElementSibling; e && !group.some((one) => one.tagName === "H3"); e = e.previousElementSibling) group.push(e);
    const heading = group.find((one) => one.tagName === "H3")?.textContent ?? "";
    return { term, text: term.nextElementSibling, list, group, heading, words: plain(`${heading} ${term.textContent} ${term.nextElementSibling.textContent}`) };
  }));

  const field = make("input", { type: "search", id: "zoek-cijfer", autocomplete: "off" });
  const outcome = make("p", { className: "zoekuitkomst" });
  outcome.setAttribute("role", "status");
  const form = make("div", { className: "zoek" });
  form.append(make("label", { htmlFor: field.id }, "Zoek een cijfer"), field, outcome);
  let before = lists[0];
  while (before.previousElementSibling && before.tagName !== "H3") before = before.previousElementSibling;
  before.before(form);
  const filter = () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const hit = wanted.every((word) => row.words.includes(word));
      row.term.hidden = row.text.hidden = !hit;
      count += hit;
    }
    for (const list of lists) {
      const empty = rows.every((row) => row.list !== list || row.term.hidden);
      for (const e of rows.find((row) => row.list === list)?.group ?? []) e.hidden = empty;
    }
    outcome.textContent = wanted.length ? `${count} van ${rows.length} cijfers` : "";
  };
  field.addEventListener("input", filter);
  // Who follows a link to a figure, or prints, sees it whatever was filtered.
  const all = () => { field.value = ""; filter(); };
  window.addEventListener("beforeprint", all);
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.hidden) { all(); target.scrollIntoView(); }
  });

  for (const { term, heading } of rows) {
    const button = make("button", { type: "button", className: "kopieer" }, "Kopieer link");
    button.setAttribute("aria-label", `Kopieer link naar ${heading}: ${term.textContent}`);
    button.addEventListener("click", async () => {
      const address = new URL(`#${term.id}`, here).href;
      let done = "Gekopieerd";
      try {
        await navigator.clipboard.writeText(address);
      } catch {
        location.hash = term.id;
        done = "Staat in de adresbalk";
      }
      button.textContent = done;
      outcome.textContent = `${done}: ${address}`;
      setTimeout(() => { button.textContent = "Kopieer link"; }, 3000);
    });
    term.append(" ", button);
  }
})();
