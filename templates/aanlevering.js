// Handing in a file on the page of the preview: dropped or chosen, then the same conversation as `standrapport import`, step by step.
// What is asked and what it means comes from the program; here it is only shown.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const make = (tag, words = "", attributes = {}) => Object.assign(document.createElement(tag), { textContent: words, ...attributes });
  const around = (tag, parts, attributes = {}) => { const one = make(tag, "", attributes); one.append(...parts.filter(Boolean)); return one; };
  const dialog = $("levering");
  const FEW = 8;
  let largest = Infinity;
  let key = null;
  let busy = false;

  fetch("/aanlevering").then((answer) => answer.json()).then((about) => {
    largest = about.grootste;
    $("leverbron").append(...about.bronnen.map((one) => make("option", `${one.naam}: ${one.titel}`, { value: one.naam })));
  }).catch(() => {});

  // One question to the program at a time; what it refuses is a sentence.
  async function ask(path, body) {
    if (busy) return null;
    busy = true;
    try {
      const answer = await fetch(path, { method: "POST", body });
      return answer.ok ? await answer.json() : { fout: await answer.text() };
    } catch {
      return { fout: "De voorvertoning antwoordt niet; draait zij nog?" };
    } finally {
      busy = false;
    }
  }
  const step = (name, more = {}) => ask(`/aanlevering/${name}`, JSON.stringify({ sleutel: key, ...more }));

  async function hand(files) {
    if (busy || dialog.open) return;
    if (files.length !== 1) { $("leverstand").textContent = files.length ? "Geef één bestand tegelijk." : "Kies eerst een bestand."; return; }
    const [file] = files;
    if (file.size > largest) { $("leverstand").textContent = `${file.name} is te groot; hooguit ${Math.floor(largest / 1e6)} MB past.`; return; }
    $("leverstand").textContent = `${file.name} wordt gelezen.`;
    const told = await ask(`/aanlevering?${new URLSearchParams({ naam: file.name.slice(-120), bron: $("leverbron").value })}`, file);
    if (!told) return;
    $("leverstand").textContent = told.stand ? "" : told.fout;
    if (told.stand) { dialog.showModal(); show(told); }
  }

  const section = ({ kop, punten, zinnen }, level) => [
    kop && make(level, kop.replace(/:$/, "")),
    punten.length && around("ul", punten.map((one) => around("li", [document.createTextNode(one.woorden),
      one.onder.length && around("ul", one.onder.map((line) => make("li", line)))]))),
    ...zinnen.map((line) => make("p", line)),
  ];
  const block = (title, sections) => sections.length ? [title && make("h3", title), ...sections.flatMap((one) => section(one, title ? "h4" : "h3"))] : [];

  // A question: its answers as radio buttons, as a list when there are many, or a field with what may stand in it.
  function question(one, number) {
    const name = `vraag-${number}`;
    const told = one.fout && make("p", one.fout, { id: `${name}-fout`, className: "fout" });
    const field = (tag, more = {}) => {
      const own = make(tag, "", { name, id: name, ...more });
      own.setAttribute("aria-label", one.vraag);
      if (told) { own.setAttribute("aria-describedby", told.id); own.setAttribute("aria-invalid", "true"); }
      return own;
    };
    let parts = [];
    if (one.vrij) {
      const text = field("input", { type: "text", value: one.voorstel, maxLength: 300, autocomplete: "off" });
      const buttons = one.antwoorden.map((answer) => {
        const button = make("button", answer.woorden, { type: "button" });
        button.addEventListener("click", () => { text.value = answer.is; text.focus(); });
        return button;
      });
      parts = [one.hint && make("p", `Schrijf het zoals ${one.hint}.`), text, buttons.length && around("p", ["Of kies: ", ...buttons])];
    } else if (one.antwoorden.length > FEW) {
      const list = field("select");
      list.append(make("option", "kies een antwoord", { value: "" }), ...one.antwoorden.map((answer) => make("option", answer.woorden, { value: answer.is, selected: answer.is === one.voorstel })));
      parts = [list];
    } else {
      parts = one.antwoorden.map((answer, at) => {
        const radio = make("input", "", { type: "radio", name, value: answer.is, checked: answer.is === one.voorstel });
        if (!at) radio.id = name;
        if (told) radio.setAttribute("aria-describedby", told.id);
        return around("label", [radio, ` ${answer.woorden}`]);
      });
      if (one.antwoorden.length === 1) parts.push(make("p", "Klopt het niet? Sluit dan dit venster; er wordt niets geschreven."));
    }
    return around("fieldset", [make("legend", one.vraag), told, ...parts]);
  }

  function questions(groups) {
    let number = 0;
    const form = make("form", "", { noValidate: true });
    for (const group of groups) {
      const own = group.vragen.map((one) => question(one, number++));
      if (group.kort !== group.vragen[0].vraag) form.append(make("h4", group.kort));
      if (group.samen) {
        const all = make("button", `Alle ${own.length} overslaan`, { type: "button" });
        all.addEventListener("click", () => own.forEach((one) => {
          const skip = one.querySelector('[value="-"]') ?? one.querySelector("input");
          if (skip.tagName === "OPTION") skip.selected = true;
          else if (skip.type === "radio") skip.checked = true;
          else skip.value = "-";
        }));
        form.append(around("p", [all]));
      }
      form.append(...own);
    }
    form.append(around("p", [make("button", "Verder met deze antwoorden", { type: "submit" })]));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const given = new FormData(form);
      const told = await step("antwoord", { antwoorden: Array.from({ length: number }, (_, at) => given.get(`vraag-${at}`) ?? "") });
      if (told) show(told);
    });
    return [make("h3", number === 1 ? "Nog te beslissen" : `Nog te beslissen (${number})`), form];
  }

  function agree(words) {
    const [yes, no] = [make("button", "Ja, schrijven", { type: "button" }), make("button", "Nee, niets schrijven", { type: "button" })];
    yes.addEventListener("click", async () => { const told = await step("schrijf"); if (told) show(told); });
    no.addEventListener("click", stop);
    return [make("h3", words), around("p", [yes, " ", no])];
  }

  function show(told) {
    if (!told.stand) { // refused: nothing of this conversation is left
      key = null;
      $("leverzegt").textContent = told.fout;
      $("gesprek").replaceChildren();
      $("levertitel").focus();
      return;
    }
    key = told.sleutel ?? null;
    if (told.bestand) $("levertitel").textContent = `Aangeleverd: ${told.bestand}`;
    $("leverzegt").textContent = [told.fout, ...(told.gedaan ?? [])].filter(Boolean).join(" ");
    const found = told.meldingen?.length ? [make("h3", "Meldingen"), around("ul", told.meldingen.map((line) => make("li", line)))] : [];
    $("gesprek").replaceChildren(...(told.gelezen ? [
      told.eerder && make("p", told.eerder),
      ...block("Zo is het gelezen", told.gelezen),
      ...found,
      ...block("Wat er verandert", told.wijzigt),
      ...block("", told.ongebruikt),
      ...(told.vragen.length ? questions(told.vragen) : []),
      ...(told.slotvraag ? agree(told.slotvraag) : []),
    ].filter(Boolean) : []));
    const wrong = $("gesprek").querySelector('[aria-describedby$="-fout"]');
    (wrong ?? $("levertitel")).focus();
    if (!wrong) dialog.scrollTo({ top: 0, behavior: "instant" });
  }

  async function stop() {
    if (busy) return;
    const told = key ? await step("stop") : null;
    key = null;
    dialog.close();
    if (told) $("leverstand").textContent = (told.gedaan ?? []).join(" ");
  }

  $("leverstop").addEventListener("click", stop);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); stop(); });
  dialog.addEventListener("close", () => { $("gesprek").replaceChildren(); $("leverbestand").value = ""; $("leverbestand").focus(); });
  $("levervak").addEventListener("submit", (event) => { event.preventDefault(); hand($("leverbestand").files); });

  // A file may be dropped anywhere: on the frame, and on the report within it.
  function takes(page) {
    const files = (event) => event.dataTransfer?.types.includes("Files");
    page.addEventListener("dragover", (event) => {
      if (!files(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = dialog.open ? "none" : "copy";
      document.body.classList.toggle("sleept", !dialog.open);
    });
    page.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("sleept"); });
    page.addEventListener("drop", (event) => {
      if (!files(event)) return;
      event.preventDefault();
      document.body.classList.remove("sleept");
      hand(event.dataTransfer.files);
    });
  }
  takes(document);
  document.addEventListener("rapport", (event) => takes(event.detail));

  // The key of the address was taken over as a cookie; it need not stand there longer.
  if (location.search) history.replaceState(null, "", location.pathname);
})();
