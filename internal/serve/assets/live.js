// Reloads the page when there is a newer site, and shows the problems of the archive. Only `jikenbo serve` adds it to pages.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const lang = document.documentElement.lang === "en" ? "en" : "ja";
  let stream, panel;

  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = text ?? "";
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // line returns what is said of one problem.
  const line = (problem) => {
    const item = make("li"), place = make("p");
    place.append(make("b", problem.word));
    if (problem.source) place.append(make("a", problem.place, { href: problem.source }));
    else place.append(problem.place);
    if (problem.editor) place.append(" ", make("a", problem.opening, { href: problem.editor }));
    item.append(place, make("p", problem.text, { lang: "en" }));
    if (problem.hint) item.append(make("p", problem.hint, { lang: "en", class: "hint" }));
    return item;
  };

  // The panel that a reader has closed stays closed until there is another problem.
  const kept = "jikenbo-live-closed";
  const closed = (key) => { try { return sessionStorage.getItem(kept) === key; } catch { return false; } };
  const keep = (key) => { try { sessionStorage.setItem(kept, key); } catch { /* then it opens again */ } };

  // The panel stands in a tree of its own with its own sheet, and shows when that is there.
  const open = () => {
    const box = make("div", "", { id: "jikenbo-live", lang });
    const sheet = make("link", "", { rel: "stylesheet", href: "/.jikenbo/live.css" });
    const told = make("div", "", { class: "told" }), section = make("section");
    section.hidden = told.hidden = true;
    // The page can be scrolled so far that the panel covers nothing of it.
    new ResizeObserver(() => { box.style.height = section.querySelector("details")?.open ? `${section.offsetHeight}px` : ""; }).observe(section);
    for (const event of ["load", "error"]) sheet.addEventListener(event, () => { section.hidden = told.hidden = false; });
    box.attachShadow({ mode: "open" }).append(sheet, told, section);
    document.body.append(box);
    return { box, told, section };
  };

  const show = (state) => {
    if (!state.heading) {
      panel?.box.remove();
      panel = undefined;
      return;
    }
    panel ??= open();
    const { told, section } = panel, key = JSON.stringify(state.problems);
    const details = make("details"), list = make("ul");
    details.open = state.errors && !closed(key);
    list.append(...state.problems.map(line));
    if (state.more) list.append(make("li", state.more));
    details.append(make("summary", state.heading), list);
    details.addEventListener("toggle", () => {
      section.classList.toggle("small", !details.open);
      keep(details.open ? "" : key);
    });
    section.className = (state.errors ? "error" : "warning") + (details.open ? "" : " small");
    section.setAttribute("aria-label", state.heading);
    section.replaceChildren(details);
    // What changes here is read out, errors at once.
    told.setAttribute("role", state.errors ? "alert" : "status");
    told.textContent = state.heading;
  };

  const hear = (event) => {
    const state = JSON.parse(event.data);
    if (own.site ? state.site !== own.site : state.state !== own.state) return location.reload();
    if (!("quiet" in own)) show(state);
  };

  const listen = () => {
    if (stream || document.hidden) return;
    stream = new EventSource("/.jikenbo/events?lang=" + lang);
    stream.addEventListener("state", hear);
    stream.addEventListener("error", () => {
      if (stream?.readyState !== EventSource.CLOSED) return; // it comes back by itself
      rest();
      setTimeout(listen, 2000);
    });
  };
  const rest = () => {
    stream?.close();
    stream = undefined;
  };
  // A browser has few connections to a server: pages that nobody looks at leave theirs to others.
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
