// The frame of the preview: follows the program, loads the report anew where the reader was, and lists the findings.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const make = (tag, words, attributes = {}) => Object.assign(document.createElement(tag), { textContent: words, ...attributes });
  const write = (element, words) => { if (element.textContent !== words) element.textContent = words; };
  let frame = document.querySelector("iframe");
  let coming = null;
  let run = null;
  let version = null;
  let listed = "";
  let read = [];

  // Where the reader is: the last block that began above the top of the window, with its distance, so that text added above moves nothing.
  function spot(view) {
    if (!view.scrollY) return null;
    const marks = [...view.document.querySelectorAll("main [id]")].map((e) => [e.id, e.getBoundingClientRect().top, e.checkVisibility()]);
    const [id, top] = marks.findLast((mark) => mark[2] && mark[1] <= 1) ?? ["", 0];
    return { id, top, y: view.scrollY };
  }

  function put(view, place) {
    if (!place) return;
    const mark = view.document.getElementById(place.id);
    const y = mark?.checkVisibility() ? view.scrollY + mark.getBoundingClientRect().top - place.top : place.y;
    view.scrollTo({ top: y, behavior: "instant" });
  }

  const opened = (view) => [...view.document.querySelectorAll("details")];

  // What each number was read as, on hover and on focus; the report itself has nothing of it. Blocks and numbers come in reading order.
  function mark(view) {
    const page = view.document;
    const tip = Object.assign(page.createElement("div"), { id: "gelezen-als", hidden: true });
    tip.setAttribute("role", "tooltip");
    tip.style.cssText = "position:fixed;z-index:9;max-width:24rem;padding:.4rem .6rem;background:#1b2733;color:#fff;font-size:.875rem;line-height:1.35";
    page.body.append(tip);
    const hide = () => { tip.hidden = true; };
    function tell(event) {
      const one = event.target.closest?.("[data-gelezen]");
      if (!one) return hide();
      tip.textContent = one.dataset.gelezen;
      tip.hidden = false;
      const box = one.getBoundingClientRect();
      const under = box.bottom + tip.offsetHeight + 8 < view.innerHeight;
      tip.style.top = `${under ? box.bottom + 4 : box.top - tip.offsetHeight - 4}px`;
      tip.style.left = `${Math.max(4, Math.min(box.left, view.innerWidth - tip.offsetWidth - 8))}px`;
    }
    page.addEventListener("mouseover", tell);
    page.addEventListener("focusin", tell);
    page.addEventListener("focusout", hide);
    page.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    let block = null;
    let nodes = [];
    for (const one of read) {
      if (one.anchor !== block) {
        block = one.anchor;
        const walker = page.createTreeWalker(page.getElementById(block) ?? page.createElement("p"), 4);
        nodes = [];
        while (walker.nextNode()) nodes.push([walker.currentNode, 0]);
      }
      const words = one.words.match(/\d[\d.,]*\d|\d/)?.[0] ?? one.words;
      const at = nodes.findIndex(([node, from]) => node.data.indexOf(words, from) >= 0);
      if (at < 0) continue;
      const [node, from] = nodes[at];
      const start = node.data.indexOf(words, from);
      let own = node.parentElement.closest("a");
      if (!own) {
        const rest = node.splitText(start).splitText(words.length);
        own = page.createElement("span");
        own.tabIndex = 0;
        own.append(rest.previousSibling);
        rest.before(own);
        nodes.splice(0, at + 1, [rest, 0]);
      } else {
        nodes.splice(0, at, [node, start + words.length]);
        nodes.splice(1, 1);
      }
      own.dataset.gelezen = `Gelezen als ${one.told}`;
      own.setAttribute("aria-describedby", tip.id);
      own.style.borderBottom = one.outcome === "klopt_niet" ? "2px solid #c0392b" : one.outcome === "twijfel" ? "2px dashed #b26a00" : "1px dotted";
    }
  }

  // The open remarks of readers beside the block they are about; the report itself has nothing of them.
  let remarked = [];
  function remarks(view) {
    const page = view?.document;
    if (!page?.body) return;
    for (const one of page.querySelectorAll("[data-opmerking]")) one.remove();
    for (const one of remarked) {
      const target = one.links.length && page.getElementById(one.links[0].anchor);
      if (!target) continue;
      const note = Object.assign(page.createElement("aside"), { textContent: one.message });
      note.dataset.opmerking = "";
      note.setAttribute("aria-label", "Opmerking van een lezer");
      note.style.cssText = "border-left:4px solid #d9730d;background:#fdf3e7;color:#1b2733;margin:.5rem 0;padding:.4rem .6rem;font-size:.875rem;line-height:1.35";
      target.matches("section, div, article, figure") ? target.prepend(note) : target.after(note);
    }
  }

  // The new page loads out of sight and takes the place of the old one when it is ready.
  function load() {
    coming?.remove();
    const next = coming = frame.cloneNode(false);
    next.className = "komt";
    next.src = `/rapport?versie=${version}`;
    next.addEventListener("load", () => {
      if (next !== coming) return;
      const old = frame.contentWindow;
      const view = next.contentWindow;
      const before = opened(old);
      const after = opened(view);
      if (before.length === after.length) after.forEach((one, number) => { one.open = before[number].open; });
      mark(view);
      remarks(view);
      document.dispatchEvent(new CustomEvent("rapport", { detail: view.document }));
      put(view, spot(old));
      const focused = document.activeElement === frame;
      frame.remove();
      next.className = "";
      [frame, coming] = [next, null];
      if (focused) frame.focus();
      // Addresses elsewhere open beside the preview.
      view.document.addEventListener("click", (event) => {
        const link = event.target.closest("a[href]");
        if (!link || link.origin === location.origin) return;
        event.preventDefault();
        window.open(link.href, "_blank", "noopener");
      });
    });
    frame.after(next);
  }

  function show(event, link) {
    const target = frame.contentDocument?.getElementById(link.anchor);
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ behavior: "instant" });
    frame.focus();
    target.animate([{ outline: "4px solid #d9730d" }, { outline: "4px solid transparent" }], 2500);
  }

  function item(notice) {
    // First what is wrong, in words; then where it shows, where it stands, and last what its code means.
    const li = make("li", "");
    li.append(make("p", notice.message), ...notice.details.map((line) => make("p", line)));
    for (const link of notice.links) {
      const a = make("a", `Toon in het rapport: ${link.words}`, { href: `/rapport?versie=${version}#${link.anchor}`, target: "rapport" });
      a.addEventListener("click", (event) => show(event, link));
      const line = make("p", "");
      line.append(a);
      li.append(line);
    }
    if (notice.where) {
      const place = make("p", "", { className: "plek" });
      const line = Number(/:(\d+)/.exec(notice.where)?.[1] ?? 0);
      const about = `/regel?plek=${encodeURIComponent(notice.where)}#r${Math.max(1, line - 5)}`;
      place.append(line ? make("a", notice.where, { href: about, target: "_blank", rel: "noopener" }) : make("code", notice.where));
      li.append(place);
    }
    if (notice.code) {
      const more = make("details", "");
      more.append(make("summary", `Uitleg (${notice.code})`), ...notice.why.map((line) => make("p", line)));
      li.append(more);
    }
    return li;
  }

  function list(state) {
    const now = JSON.stringify([state.notices, version]);
    if (now === listed) return;
    listed = now;
    remarked = state.notices.filter((notice) => notice.severity === "remark");
    remarks(frame.contentWindow);
    const panel = $("paneel");
    const lost = panel.contains(document.activeElement) && document.activeElement.closest("li");
    for (const section of panel.querySelectorAll("section[data-kind]")) {
      const own = state.notices.filter((notice) => notice.severity === section.dataset.kind);
      section.hidden = !own.length;
      section.querySelector(".aantal").textContent = own.length;
      section.querySelector("ol").replaceChildren(...own.map(item));
    }
    $("geen").hidden = state.notices.length > 0;
    $("meer").hidden = !state.left_off;
    write($("meer"), `En nog ${state.left_off} meldingen; standrapport check toont ze alle.`);
    if (lost) $("meldingen").focus();
  }

  function paper({ state, words, step, steps, number, name, outdated }) {
    const busy = state === "bezig";
    write($("pdfstand"), busy ? `Stap ${Math.max(step, 1)} van ${steps}: ${words}` : outdated && state === "klaar" ? `${words}. Daarna is er nog iets opgeslagen.` : words);
    $("pdfknop").disabled = busy;
    $("pdfvoortgang").hidden = !busy;
    Object.assign($("pdfvoortgang"), { max: steps || 1, value: step });
    $("pdfklaar").hidden = state !== "klaar";
    $("pdfklaar").firstElementChild.href = `/pdf/${number}/${name}`;
  }

  function take(state) {
    if (run !== null && run !== state.run) { location.reload(); return; }
    run = state.run;
    const other = version !== state.version;
    version = state.version;
    read = state.read;
    if (other) load();
    list(state);
    paper(state.paper);
    $("blijft").hidden = !state.held;
    write($("blijft").lastElementChild, `Zij is van ${state.at}; herstel de fout en zij komt weer bij.`);
    write($("stand"), !state.ready ? `Er is nog geen rapport: ${state.summary}` : state.stopped ? "De voorvertoning is gestopt." : state.held ? `Niet bijgewerkt: ${state.summary}` : `Bijgewerkt om ${state.at}: ${state.summary}`);
    document.body.dataset.versie = version;
  }

  const source = new EventSource("/gebeurtenissen");
  source.addEventListener("message", (event) => take(JSON.parse(event.data)));
  source.addEventListener("error", () => write($("stand"), "De voorvertoning is gestopt; start haar opnieuw met standrapport serve en open het adres dat zij noemt."));

  $("paneelknop").addEventListener("click", () => {
    const hidden = $("paneel").hidden = !$("paneel").hidden;
    $("paneelknop").setAttribute("aria-expanded", String(!hidden));
    document.body.classList.toggle("zonder-paneel", hidden);
  });
  $("zoekvak").addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = $("zoekwoorden").value.trim();
    if (!words) return;
    const answer = await fetch(`/zoek?woorden=${encodeURIComponent(words)}`);
    const { hits, advice } = answer.ok ? await answer.json() : { hits: [], advice: "Er kan nu niet gezocht worden." };
    write($("zoekstand"), advice || `${hits.length} ${hits.length === 1 ? "cijfer" : "cijfers, het best passende eerst"}`);
    $("gevonden").replaceChildren(...hits.map((hit) => {
      const li = make("li", "");
      li.append(make("p", `${hit.title} in ${hit.year}: ${hit.printed}`), make("p", ""));
      li.lastChild.append(make("code", hit.written));
      const beside = [["Telt", hit.population], ["Laatst bekend", hit.last], ["Bron", hit.source]];
      for (const [name, told] of beside) if (told) li.append(make("p", `${name}: ${told}`, { className: "plek" }));
      return li;
    }));
  });
  $("pdfknop").addEventListener("click", async () => {
    const answer = await fetch("/pdf", { method: "POST" });
    if (!answer.ok) write($("pdfstand"), await answer.text());
  });
})();
