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

  // the link to the other language keeps the place on the page where both have it
  all("[data-keep-fragment]").forEach(function (link) {
    var plain = link.getAttribute("href");
    function follow() { link.setAttribute("href", plain + (/^#(p\d|c\d|y\d|r\d|h-)/.test(location.hash) ? location.hash : "")); }
    window.addEventListener("hashchange", follow);
    follow();
  });

  // reading view: one language or both; a link into the hidden one shows both
  all("[data-readbar]").forEach(function (bar) {
    function set(mode) {
      root.classList.remove("read-ja", "read-en");
      if (mode !== "both") root.classList.add("read-" + mode);
      all("input", bar).forEach(function (input) { input.checked = input.value === mode; });
    }
    function reveal() {
      var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
      if (target && target.getClientRects().length === 0) { set("both"); target.scrollIntoView(); }
    }
    bar.addEventListener("change", function (e) { set(e.target.value); keep.set("read", e.target.value); });
    window.addEventListener("hashchange", reveal);
    set(keep.get("read") || "both");
    reveal();
  });

  // filters of the timeline; the address remembers them
  all("[data-filters]").forEach(function (form) {
    var acts = all(".act[data-family]"), out = form.querySelector("[data-count]");
    function values(name) { return all('[name="' + name + '"]:checked', form).map(function (i) { return i.value; }); }
    function apply() {
      var kinds = values("kind"), edited = values("edited").length > 0, who = form.elements.who.value, n = 0;
      acts.forEach(function (act) {
        var shown = (!kinds.length || kinds.indexOf(act.getAttribute("data-family")) >= 0) &&
          (!edited || act.hasAttribute("data-edited")) &&
          (!who || (" " + act.getAttribute("data-who") + " ").indexOf(" " + who + " ") >= 0);
        act.hidden = !shown;
        if (shown) n++;
      });
      all(".month, .year").forEach(function (part) { part.hidden = !part.querySelector(".act:not([hidden])"); });
      out.textContent = out.getAttribute("data-text").replace("{n}", n).replace("{all}", acts.length);
    }
    function remember() {
      var query = [];
      if (form.elements.who.value) query.push("who=" + encodeURIComponent(form.elements.who.value));
      values("kind").forEach(function (k) { query.push("kind=" + k); });
      if (values("edited").length) query.push("edited=1");
      try { history.replaceState(null, "", location.pathname + (query.length ? "?" + query.join("&") : "") + location.hash); } catch (e) { /* not allowed here */ }
    }
    location.search.slice(1).split("&").forEach(function (pair) {
      var name = pair.split("=")[0], value = decodeURIComponent(pair.split("=")[1] || "");
      if (name === "who") form.elements.who.value = value;
      all('input[name="kind"], input[name="edited"]', form).forEach(function (i) { if (i.name === name && i.value === value) i.checked = true; });
    });
    form.addEventListener("change", function () { apply(); remember(); });
    form.addEventListener("reset", function () { setTimeout(function () { apply(); remember(); }, 0); });
    form.addEventListener("submit", function (e) { e.preventDefault(); });
    apply();
    if (location.hash) {
      var target = document.getElementById(location.hash.slice(1));
      if (target && target.hidden) { form.reset(); }
    }
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
      copy(document.querySelector("[data-copy]").textContent).then(function () { button.textContent = button.getAttribute("data-done"); });
    });
  });
})();
