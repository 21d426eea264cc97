// What the pages do beyond being read: theme, reading view, filters of the timeline, copying.
// Everything on the pages can be read without it.
(function () {
  "use strict";
  var root = document.documentElement, keep = window.jikenbo.keep;
  function all(selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); }

  // theme: auto, light, dark in turn
  all("[data-theme-button]").forEach(function (button) {
    var order = ["auto", "light", "dark"];
    function show() { button.textContent = button.getAttribute("data-" + (root.getAttribute("data-theme") || "auto")); }
    button.addEventListener("click", function () {
      var next = order[(order.indexOf(root.getAttribute("data-theme") || "auto") + 1) % order.length];
      if (next === "auto") root.removeAttribute("data-theme"); else root.setAttribute("data-theme", next);
      keep.set("theme", next);
      show();
    });
    show();
  });

  // "/" leads to the search, unless it is typed somewhere or the reader has switched it off
  var slash = all("[data-slash]")[0], find = document.getElementById("q") || document.getElementById("find");
  function slashOn() { return keep.get("slash") !== "off"; }
  if (slash) {
    slash.checked = slashOn();
    slash.addEventListener("change", function () { keep.set("slash", slash.checked ? "on" : "off"); });
  }
  document.addEventListener("keydown", function (e) {
    if (e.key !== "/" || e.isComposing || e.keyCode === 229 || e.ctrlKey || e.metaKey || e.altKey || !find || !slashOn()) return;
    if (e.target.closest && e.target.closest("input, textarea, select, [contenteditable]")) return;
    e.preventDefault();
    find.focus();
    find.select();
  });

  // the link to the other language keeps the filters, and the place on the page where both have it
  all("[data-keep-fragment]").forEach(function (link) {
    var plain = link.getAttribute("href");
    function follow() { link.setAttribute("href", plain + location.search + (/^#(s\d|ja-|en-)/.test(location.hash) ? "" : location.hash)); }
    window.addEventListener("hashchange", follow);
    window.addEventListener("jikenbo-address", follow);
    follow();
  });

  // furigana: the readings of an article come in a script of their own when they are first asked for.
  // A line for each passage: place, length and reading of each stretch of kanji
  window.jikenbo.furigana = function (lines) {
    var parts = all(".c-ja :is(p:not(.ednote-h), li, tr, h2, h3, pre)");
    lines.forEach(function (line, n) {
      if (!line || !parts[n]) return;
      var words = line.split(" "), texts = [], at = 0, walker = document.createTreeWalker(parts[n], NodeFilter.SHOW_TEXT), node;
      while ((node = walker.nextNode())) {
        if (node.parentNode.closest("rt, rp, thead") || !node.nodeValue.trim()) continue;
        texts.push({ node: node, at: at });
        at += node.nodeValue.length;
      }
      // from the end, so that the places before stay what they are
      for (var w = words.length - 3; w >= 0; w -= 3) {
        var start = +words[w], length = +words[w + 1];
        texts.some(function (t) {
          var from = start - t.at;
          if (from < 0 || from + length > t.node.nodeValue.length) return false;
          var kanji = t.node.splitText(from), ruby = document.createElement("ruby"), rt = document.createElement("rt");
          kanji.splitText(length);
          rt.textContent = words[w + 2];
          ruby.className = "made";
          kanji.parentNode.replaceChild(ruby, kanji);
          ruby.appendChild(kanji);
          ruby.appendChild(rt);
          return true;
        });
      }
    });
  };

  // reading view: one language or both, furigana, values of dates; a link into what is hidden shows both
  all("[data-readbar]").forEach(function (bar) {
    var loaded = false;
    function set(mode) {
      root.classList.remove("read-ja", "read-en");
      if (mode !== "both") root.classList.add("read-" + mode);
      all("input[name=read]", bar).forEach(function (input) { input.checked = input.value === mode; });
    }
    function show(name, on) {
      root.classList.toggle("show-" + name, on);
      all("input[name=" + name + "]", bar).forEach(function (input) { input.checked = on; });
      if (name === "furigana" && on && !loaded && bar.hasAttribute("data-furigana")) {
        loaded = true;
        var script = document.createElement("script");
        script.src = bar.getAttribute("data-furigana");
        document.head.appendChild(script);
      }
      if (name === "dates") all(".pairs :is(time, [data-edtf])").forEach(function (date) {
        var value = date.getAttribute("data-value") || date.getAttribute("data-edtf") || date.getAttribute("datetime");
        if (on) date.setAttribute("data-shown", value); else date.removeAttribute("data-shown");
      });
    }
    function reveal() {
      var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
      if (target && target.getClientRects().length === 0 && bar.querySelector("input[name=read]")) { set("both"); target.scrollIntoView(); }
    }
    bar.addEventListener("change", function (e) {
      if (e.target.name === "read") { set(e.target.value); keep.set("read", e.target.value); return; }
      show(e.target.name, e.target.checked);
      keep.set(e.target.name, e.target.checked ? "on" : "off");
    });
    window.addEventListener("hashchange", reveal);
    if (bar.querySelector("input[name=read]")) set(keep.get("read") || "both");
    ["furigana", "dates"].forEach(function (name) { if (keep.get(name) === "on") show(name, true); });
    reveal();
  });

  // filters of the timeline, for the figure and the list alike; the address remembers them, and so do
  // the links to the other years
  all("[data-filters]").forEach(function (form) {
    var things = all("[data-f]"), marks = all(".lanes [data-f]"), out = form.querySelector("[data-count]");
    var counted = marks.length ? marks : things, names = ["actor", "kind", "country", "year"];
    var links = all("[data-filtered]").map(function (a) { return { a: a, href: a.getAttribute("href") }; });
    function value(name) { var e = form.elements[name]; return !e ? "" : e.type === "checkbox" ? (e.checked ? e.value : "") : e.value; }
    function wanted() {
      var tests = names.filter(value).map(function (name) {
        var option = form.elements[name].selectedOptions[0], group = option.parentNode, values = [option.value];
        if (name === "kind" && group.firstElementChild === option) values = all("option", group).map(function (o) { return o.value; });
        return function (words) { return values.some(function (v) { return words.indexOf(v) >= 0; }); };
      });
      if (value("edited")) tests.push(function (words) { return words.indexOf("found") < 0; });
      return function (thing) {
        var words = thing.getAttribute("data-f").split(" ");
        return tests.every(function (test) { return test(words); });
      };
    }
    function hide(e, hidden) { e.toggleAttribute("hidden", hidden); }
    function years(shown) {
      all("[data-year]").forEach(function (li) {
        var n = li.querySelector(".yb-n"), year = li.getAttribute("data-year");
        if (!n) return;
        n.textContent = shown.filter(function (e) { return e.getAttribute("data-f").split(" ").indexOf(year) >= 0; }).length;
        li.classList.toggle("none", n.textContent === "0");
      });
    }
    function matches(shown, active) {
      all("[data-newest]").forEach(function (e) { hide(e, active); });
      all("[data-matches]").forEach(function (part) {
        var list = part.querySelector("ol");
        hide(part, !active);
        list.textContent = "";
        if (active) shown.sort(function (a, b) { return a.order - b.order; }).forEach(function (mark) {
          var li = document.createElement("li"), a = document.createElement("a");
          a.textContent = mark.querySelector("title").textContent;
          a.setAttribute("href", mark.getAttribute("href"));
          li.appendChild(a);
          list.appendChild(li);
        });
      });
    }
    function apply() {
      var test = wanted(), active = names.concat("edited").some(value);
      things.forEach(function (thing) { hide(thing, !test(thing)); });
      all(".month, .year, .lane").forEach(function (part) { hide(part, !part.querySelector("[data-f]:not([hidden])")); });
      var shown = counted.filter(test);
      out.textContent = out.getAttribute("data-text").replace("{n}", shown.length).replace("{all}", counted.length);
      if (marks.length) { years(shown); matches(shown, active); }
    }
    function remember() {
      var query = names.concat("edited").filter(value).map(function (name) { return name + "=" + encodeURIComponent(value(name)); }).join("&");
      try { history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (e) { /* not allowed here */ }
      query = query.replace(/(^|&)year=\d*/, "").replace(/^&/, "");
      links.forEach(function (l) {
        var at = l.href.split("#");
        l.a.setAttribute("href", at[0] + (query && at[0] ? "?" + query : "") + (at[1] ? "#" + at[1] : ""));
      });
      window.dispatchEvent(new Event("jikenbo-address"));
    }
    // the newest first, as in the list: the order of the dates in the addresses of the pages does not tell it
    marks.forEach(function (mark) {
      var x = mark.querySelector("use:last-of-type, rect.span");
      mark.order = -parseFloat(x ? x.getAttribute("x") : 0);
    });
    new URLSearchParams(location.search).forEach(function (v, name) {
      var e = form.elements[name];
      if (!e || names.concat("edited").indexOf(name) < 0) return;
      if (e.type === "checkbox") e.checked = v === e.value; else e.value = v;
      if (e.selectedIndex === -1) e.value = "";
    });
    function update() { apply(); remember(); }
    form.addEventListener("change", update);
    form.addEventListener("reset", function () { setTimeout(update, 0); });
    form.addEventListener("submit", function (e) { e.preventDefault(); });
    update();
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) form.reset();
  });

  // on paper everything is open; what the reader had closed is closed again after that
  window.addEventListener("beforeprint", function () {
    all("details:not([open])").forEach(function (d) { d.open = true; d.setAttribute("data-closed", ""); });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-closed]").forEach(function (d) { d.open = false; d.removeAttribute("data-closed"); });
  });

  // copying a citation; the old way serves where the new one is not allowed
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    document.execCommand("copy");
    document.body.removeChild(area);
    return Promise.resolve();
  }
  all("[data-copy-button]").forEach(function (button) {
    button.addEventListener("click", function () {
      var box = button.closest("[data-done]"), text = button.previousElementSibling.textContent;
      copy(text).then(function () { button.textContent = box.getAttribute("data-done"); });
    });
  });
})();
