// Only in a draft: collects remarks of a reader, and saves them as one small file. Nothing is sent.
(() => {
  "use strict";
  const make = (tag, attributes, words) => {
    const element = Object.assign(document.createElement(tag), attributes);
    if (words) element.textContent = words;
    return element;
  };
  const year = Number(document.body.dataset.jaar);
  const key = `standrapport-opmerkingen-${year}`;
  let kept = [];
  try { kept = JSON.parse(localStorage.getItem(key) ?? "[]"); } catch { kept = []; }
  const keep = () => { try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* a page from a file may have no store */ } };

  const panel = make("section", { className: "opmerkingen", id: "opmerkingen" });
  panel.setAttribute("aria-labelledby", "opmerkingentitel");
  const named = (label, field) => {
    const line = make("p");
    line.append(make("label", { htmlFor: field.id }, label), field);
    return line;
  };
  const about = make("p", { id: "opmerking-over" }, "Kies woorden in de tekst, of een cijfer, en schrijf hier wat u opvalt.");
  about.setAttribute("role", "status");
  const text = make("textarea", { id: "opmerking-tekst", rows: 4 });
  const name = make("input", { id: "opmerking-naam", autocomplete: "name" });
  const add = make("button", { type: "button" }, "Zet erbij");
  const list = make("ol");
  const save = make("button", { type: "button" }, "Bewaar als bestand");
  const told = make("p");
  told.setAttribute("role", "status");
  panel.append(make("h2", { id: "opmerkingentitel" }, "Opmerkingen"), about, named("Opmerking", text), named("Uw naam", name), add, list, save, told);
  document.querySelector("main")?.after(panel);
  // The band stays in view: from there the way to the field, wherever words were chosen.
  const way = make("a", { href: "#opmerking-tekst" }, "Schrijf een opmerking");
  way.addEventListener("click", (event) => { event.preventDefault(); panel.scrollIntoView(); text.focus({ preventScroll: true }); });
  document.querySelector(".conceptband")?.append(" ", way);
  name.value = kept.at(-1)?.by ?? "";

  // What was chosen last, and the block it stands in.
  let chosen = { block: "", about: "" };
  const blockOf = (node) => {
    for (let e = node?.nodeType === 1 ? node : node?.parentElement; e; e = e.parentElement) {
      if (/^b-/.test(e.id)) return e.id;
      const heading = e.matches?.("section.hoofdstuk") ? e.querySelector("h2[id^='h-']") : null;
      if (heading) return heading.id;
    }
    return "";
  };
  const choose = (node, words) => {
    chosen = { block: blockOf(node), about: words.replace(/\s+/g, " ").trim().slice(0, 300) };
    about.textContent = chosen.about ? `Over: '${chosen.about}'` : "Over dit blok";
    way.textContent = "Schrijf hierover een opmerking";
  };
  document.addEventListener("selectionchange", () => {
    const now = document.getSelection();
    if (!now || now.isCollapsed || panel.contains(now.anchorNode)) return;
    choose(now.anchorNode, now.toString());
  });
  document.addEventListener("click", (event) => {
    const figure = event.target.closest?.("main data");
    if (figure && document.getSelection()?.isCollapsed) choose(figure, figure.textContent);
  });

  const show = () => {
    list.replaceChildren(...kept.map((one, at) => {
      const item = make("li", {}, `${one.about ? `'${one.about}': ` : ""}${one.text} (${one.by || "zonder naam"}) `);
      const gone = make("button", { type: "button" }, "Haal weg");
      gone.setAttribute("aria-label", `Haal opmerking ${at + 1} weg`);
      gone.addEventListener("click", () => { kept.splice(at, 1); keep(); show(); });
      item.append(gone);
      return item;
    }));
    save.disabled = !kept.length;
  };
  add.addEventListener("click", () => {
    if (!text.value.trim()) { told.textContent = "Schrijf eerst uw opmerking."; text.focus(); return; }
    kept.push({ ...chosen, text: text.value.trim(), by: name.value.trim(), on: new Date().toISOString().slice(0, 10) });
    text.value = "";
    keep();
    show();
    told.textContent = `Opmerking ${kept.length} staat erbij.`;
  });
  save.addEventListener("click", () => {
    const content = JSON.stringify({ schema: "standrapport/opmerkingen/1", year, by: name.value.trim(), remarks: kept }, null, 1);
    const link = make("a", { href: URL.createObjectURL(new Blob([content], { type: "application/json" })), download: `opmerkingen-${year}.json` });
    link.click();
    told.textContent = `Bewaard als ${link.download}; mail dat bestand aan wie het rapport maakt.`;
  });
  show();
})();
