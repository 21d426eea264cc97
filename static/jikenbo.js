// What the pages do beyond being read: theme, reading view, filters of the timeline, copying.
// Everything on the pages can be read without it.
(() => {
  "use strict";
  const root = document.documentElement, keep = window.jikenbo.keep;
  const all = (selector, from) => [...(from || document).querySelectorAll(selector)];

  // theme: auto, light, dark in turn
  all("[data-theme-button]").forEach(button => {
    const order = ["auto", "light", "dark"];
    function show() { button.textContent = button.getAttribute("data-" + (root.getAttribute("data-theme") || "auto")); }
    button.addEventListener("click", () => {
      const next = order[(order.indexOf(root.getAttribute("data-theme") || "auto") + 1) % order.length];
      if (next === "auto") root.removeAttribute("data-theme"); else root.setAttribute("data-theme", next);
      keep.set("theme", next);
      show();
    });
    show();
  });

  // "/" leads to the search, unless it is typed somewhere or the reader has switched it off; Escape leads back
  const slash = all("[data-slash]")[0], find = document.getElementById("q") || document.getElementById("find");
  let left = null;
  const slashOn = () => keep.get("slash") !== "off";
  if (slash) {
    slash.checked = slashOn();
    slash.addEventListener("change", () => { keep.set("slash", slash.checked ? "on" : "off"); });
  }
  document.addEventListener("keydown", e => {
    if (e.isComposing || e.keyCode === 229 || e.ctrlKey || e.metaKey || e.altKey || !find) return;
    if (e.key === "Escape" && e.target === find) {
      e.preventDefault();
      find.blur();
      if (left) left.focus();
    }
    if (e.key !== "/" || !slashOn() || e.target.closest && e.target.closest("input, textarea, select, [contenteditable]")) return;
    e.preventDefault();
    left = document.activeElement;
    find.focus();
    find.select();
  });

  // the link to the other language keeps the filters, and the place on the page where both have it
  all("[data-keep-fragment]").forEach(link => {
    const plain = link.getAttribute("href");
    function follow() { link.setAttribute("href", plain + location.search + (/^#(s\d|ja-|en-)/.test(location.hash) ? "" : location.hash)); }
    window.addEventListener("hashchange", follow);
    window.addEventListener("jikenbo-address", follow);
    follow();
  });

  // furigana: the readings of an article come in a script of their own when they are first asked for.
  // A line for each passage: of each stretch of kanji how far it stands behind the one before, its length, its reading
  window.jikenbo.furigana = lines => {
    const parts = all(".c-ja :is(p:not(.ednote-h), li, tr, h2, h3, pre)");
    lines.forEach((line, n) => {
      if (!line || !parts[n]) return;
      let at = 0, end = 0;
      const words = Array.from(line.matchAll(/(\d+) (\d+)(\D+)/g), ([, gap, length, kana]) => {
        const start = end + +gap;
        end = start + +length;
        return { start, length: +length, kana };
      });
      const texts = [], walker = document.createTreeWalker(parts[n], NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentNode.closest("rt, rp, thead") || !node.data.trim()) continue;
        texts.push({ node, at });
        at += node.length;
      }
      // from the end, so that the places before stay what they are
      words.reverse().forEach(({ start, length, kana }) => {
        texts.some(t => {
          const from = start - t.at;
          if (from < 0 || from + length > t.node.length) return false;
          const kanji = t.node.splitText(from), ruby = document.createElement("ruby"), rt = document.createElement("rt");
          kanji.splitText(length);
          rt.textContent = kana;
          ruby.className = "made";
          kanji.replaceWith(ruby);
          ruby.append(kanji, rt);
          return true;
        });
      });
    });
  };

  // reading view: one language or both, furigana, values of dates; a link into what is hidden shows both
  all("[data-readbar]").forEach(bar => {
    let loaded = false;
    function set(mode) {
      root.classList.remove("read-ja", "read-en");
      if (mode !== "both") root.classList.add("read-" + mode);
      all("input[name=read]", bar).forEach(input => { input.checked = input.value === mode; });
    }
    function show(name, on) {
      root.classList.toggle("show-" + name, on);
      all("input[name=" + name + "]", bar).forEach(input => { input.checked = on; });
      if (name === "furigana" && on && !loaded && bar.hasAttribute("data-furigana")) {
        loaded = true;
        const script = document.createElement("script");
        script.src = bar.getAttribute("data-furigana");
        document.head.append(script);
      }
      if (name === "dates") all(".pairs :is(time, [data-edtf])").forEach(date => {
        const value = date.getAttribute("data-value") || date.getAttribute("data-edtf") || date.getAttribute("datetime");
        if (on) date.setAttribute("data-shown", value); else date.removeAttribute("data-shown");
      });
    }
    function reveal() {
      const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
      if (target && target.getClientRects().length === 0 && bar.querySelector("input[name=read]")) { set("both"); target.scrollIntoView(); }
    }
    bar.addEventListener("change", e => {
      if (e.target.name === "read") { set(e.target.value); keep.set("read", e.target.value); return; }
      show(e.target.name, e.target.checked);
      keep.set(e.target.name, e.target.checked ? "on" : "off");
    });
    window.addEventListener("hashchange", reveal);
    if (bar.querySelector("input[name=read]")) set(keep.get("read") || "both");
    ["furigana", "dates"].forEach(name => { if (keep.get(name) === "on") show(name, true); });
    reveal();
  });

  // filters of the timeline, for the figure and the list alike; the address remembers them, and so do
  // the links to the other years
  all("[data-filters]").forEach(form => {
    const things = all("[data-f]"), marks = all(".lanes [data-f]"), out = form.querySelector("[data-count]");
    const counted = marks.length ? marks : things, names = ["actor", "kind", "country", "year"];
    const links = all("[data-filtered]").map(a => ({ a, href: a.getAttribute("href") }));
    function value(name) { const e = form.elements[name]; return !e ? "" : e.type === "checkbox" ? (e.checked ? e.value : "") : e.value; }
    function wanted() {
      const tests = names.filter(value).map(name => {
        const option = form.elements[name].selectedOptions[0], group = option.parentNode;
        let values = [option.value];
        if (name === "kind" && group.firstElementChild === option) values = all("option", group).map(o => o.value);
        return words => values.some(v => words.includes(v));
      });
      if (value("edited")) tests.push(words => !words.includes("found"));
      return thing => {
        const words = thing.getAttribute("data-f").split(" ");
        return tests.every(test => test(words));
      };
    }
    function hide(e, hidden) { e.toggleAttribute("hidden", hidden); }
    function years(shown) {
      all("[data-year]").forEach(li => {
        const n = li.querySelector(".yb-n"), year = li.getAttribute("data-year");
        if (!n) return;
        n.textContent = shown.filter(e => e.getAttribute("data-f").split(" ").includes(year)).length;
        li.classList.toggle("none", n.textContent === "0");
      });
    }
    function matches(shown, active) {
      all("[data-newest]").forEach(e => { hide(e, active); });
      all("[data-matches]").forEach(part => {
        const list = part.querySelector("ol");
        hide(part, !active);
        list.textContent = "";
        if (active) shown.sort((a, b) => a.order - b.order).forEach(mark => {
          const li = document.createElement("li"), a = document.createElement("a");
          a.textContent = mark.querySelector("title").textContent;
          a.setAttribute("href", mark.getAttribute("href"));
          li.append(a);
          list.append(li);
        });
      });
    }
    function apply() {
      const test = wanted(), active = names.concat("edited").some(value);
      things.forEach(thing => { hide(thing, !test(thing)); });
      all(".month, .year, .lane").forEach(part => { hide(part, !part.querySelector("[data-f]:not([hidden])")); });
      const shown = counted.filter(test);
      out.textContent = out.getAttribute("data-text").replace("{n}", shown.length).replace("{all}", counted.length);
      if (marks.length) { years(shown); matches(shown, active); }
    }
    function remember() {
      let query = names.concat("edited").filter(value).map(name => name + "=" + encodeURIComponent(value(name))).join("&");
      try { history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (e) { /* not allowed here */ }
      query = query.replace(/(^|&)year=\d*/, "").replace(/^&/, "");
      links.forEach(l => {
        const at = l.href.split("#");
        l.a.setAttribute("href", at[0] + (query && at[0] ? "?" + query : "") + (at[1] ? "#" + at[1] : ""));
      });
      window.dispatchEvent(new Event("jikenbo-address"));
    }
    // the newest first, as in the list: the order of the dates in the addresses of the pages does not tell it
    marks.forEach(mark => {
      const x = mark.querySelector("use:last-of-type, rect.span");
      mark.order = -parseFloat(x ? x.getAttribute("x") : 0);
    });
    new URLSearchParams(location.search).forEach((v, name) => {
      const e = form.elements[name];
      if (!e || !names.concat("edited").includes(name)) return;
      if (e.type === "checkbox") e.checked = v === e.value; else e.value = v;
      if (e.selectedIndex === -1) e.value = "";
    });
    function update() { apply(); remember(); }
    form.addEventListener("change", update);
    form.addEventListener("reset", () => { setTimeout(update, 0); });
    form.addEventListener("submit", e => { e.preventDefault(); });
    update();
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) form.reset();
  });

  // on paper everything is open; what the reader had closed is closed again after that
  window.addEventListener("beforeprint", () => {
    all("details:not([open])").forEach(d => { d.open = true; d.setAttribute("data-closed", ""); });
  });
  window.addEventListener("afterprint", () => {
    all("details[data-closed]").forEach(d => { d.open = false; d.removeAttribute("data-closed"); });
  });

  // copying a citation; the old way serves where the new one is not allowed
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    return Promise.resolve();
  }
  all("[data-copy-text] [data-copy]").forEach(text => {
    const box = text.closest("[data-copy-text]"), button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = box.getAttribute("data-copy-text");
    button.addEventListener("click", () => {
      copy(text.textContent).then(() => { button.textContent = box.getAttribute("data-done"); });
    });
    text.after(button);
  });
})();
