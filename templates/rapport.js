// Only adds: the page is complete without it.
(() => {
  "use strict";
  const make = (tag, attributes, words) => {
    const element = Object.assign(document.createElement(tag), attributes);
    if (words) element.textContent = words;
    return element;
  };

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

  // The annex of figures: a filter, and a button per figure that copies a link to it.
  const lists = [...document.querySelectorAll("dl.verantwoording")];
  if (!lists.length) return;
  const rows = lists.flatMap((list) => [...list.querySelectorAll("dt")].map((term) => {
    const group = [list];
    for (let e = list.previousElementSibling; e && !group.some((one) => one.tagName === "H3"); e = e.previousElementSibling) group.push(e);
    const heading = group.find((one) => one.tagName === "H3")?.textContent ?? "";
    return { term, text: term.nextElementSibling, list, group, heading, words: plain(`${heading} ${term.textContent} ${term.nextElementSibling.textContent}`) };
  }));
  function plain(words) {
    return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  const field = make("input", { type: "search", id: "zoek-cijfer", autocomplete: "off" });
  const told = make("p", { className: "zoekuitkomst" });
  told.setAttribute("role", "status");
  const form = make("div", { className: "zoek" });
  form.append(make("label", { htmlFor: field.id }, "Zoek een cijfer"), field, told);
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
    told.textContent = wanted.length ? `${count} van ${rows.length} cijfers` : "";
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
    const button = make("button", { type: "button", className: "kopieer" }, "Kopieer koppeling");
    button.setAttribute("aria-label", `Kopieer koppeling naar ${heading}: ${term.textContent}`);
    button.addEventListener("click", async () => {
      const address = new URL(`#${term.id}`, location.href).href;
      let done = "Gekopieerd";
      try {
        await navigator.clipboard.writeText(address);
      } catch {
        location.hash = term.id;
        done = "Staat in de adresbalk";
      }
      button.textContent = done;
      told.textContent = `${done}: ${address}`;
      setTimeout(() => { button.textContent = "Kopieer koppeling"; }, 3000);
    });
    term.append(" ", button);
  }
})();
