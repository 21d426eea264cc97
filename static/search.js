// The search page. It looks for every word of the query in the records of search-data.js, as part
// of longer words too, so that nothing has to be cut into words. Text is compared folded: width, case,
// hiragana and katakana, long marks, points, hyphens and spaces make no difference.
(() => {
  "use strict";
  var form = document.querySelector("[data-search]");
  if (!form) return;
  var records = window.jikenboSearch, own = document.documentElement.lang, step = 30, shown = step, timer = 0;
  var input = form.elements.q, list = document.querySelector("[data-results]"), status = document.querySelector("[data-status]");
  function say(name) { return form.getAttribute("data-" + name); }
  function count(name, n) { var forms = say(name).split("|"); return forms[n === 1 ? 0 : forms.length - 1].replace("{n}", n); }
  if (!records) { status.textContent = say("broken"); return; }

  // folding, character by character with the marks that belong to it; map gets, for each unit of
  // the folded text, where its character begins and ends in the text
  var character = /[\s\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu, known = Object.create(null);
  function foldCharacter(c) {
    if (known[c] === undefined) {
      known[c] = c.normalize("NFKC").toLowerCase().replace(/[\s\p{P}\p{C}~ー]/gu, "")
        .replace(/[ァ-ヶヽヾ]/g, k => String.fromCharCode(k.charCodeAt(0) - 96));
    }
    return known[c];
  }
  function fold(text, map) {
    var out = "";
    text.replace(character, (c, at) => {
      var f = foldCharacter(c);
      for (var i = 0; map && i < f.length; i++) map.push([at, at + c.length]);
      out += f;
    });
    return out;
  }
  function indexed(r) {
    if (!r.all) {
      r.title_ = fold(r.title);
      r.names_ = (r.names || []).map(n => fold(n));
      r.lines_ = (r.lines || []).map(l => fold(l[1]));
      r.all = [r.title_].concat(r.names_, r.lines_).join("\n");
    }
    return r;
  }

  // what is looked for: words, and phrases in quotation marks
  function wordsOf(query) {
    return (query.normalize("NFKC").match(/"[^"]+"|[^\s"]+/g) || []).map(w => fold(w)).filter(Boolean);
  }
  // a record that has all words, with its score and the lines that have most of them; null if it lacks one
  function match(r, words) {
    indexed(r);
    if (!words.every(w => r.all.indexOf(w) >= 0)) return null;
    var whole = words.join(""), score = r.title_ === whole || r.names_.indexOf(whole) >= 0 ? 200 : 0, lines = [], names = [];
    words.forEach(w => {
      if (r.title_.indexOf(w) >= 0) score += 40;
      else if (r.names_.join("\n").indexOf(w) >= 0) score += 20;
    });
    r.lines_.forEach((line, i) => {
      var n = words.filter(w => line.indexOf(w) >= 0).length;
      if (n) lines.push({ at: i, n: n });
    });
    lines.sort((a, b) => b.n - a.n || a.at - b.at);
    r.names_.forEach((name, i) => {
      if (words.some(w => r.title_.indexOf(w) < 0 && name.indexOf(w) >= 0)) names.push(r.names[i]);
    });
    return { r: r, score: score + Math.min(lines.length, 9), lines: lines, names: names };
  }
  function find(words, lang, kind) {
    if (!words.length) return [];
    return records.filter(r => (lang === "both" || r.lang === lang) && (!kind || r.kind === kind))
      .map(r => match(r, words)).filter(Boolean)
      .sort((a, b) => b.score - a.score || (b.r.lang === own) - (a.r.lang === own));
  }

  // writing; text only ever becomes text nodes
  function make(tag, name, parent, text) {
    var e = document.createElement(tag);
    if (name) e.className = name;
    if (text) e.textContent = text;
    if (parent) parent.appendChild(e);
    return e;
  }
  function marked(parent, text, words) {
    var map = [], folded = fold(text, map), on = [], at = 0;
    words.forEach(w => {
      for (var i = folded.indexOf(w); i >= 0; i = folded.indexOf(w, i + 1)) on.push([map[i][0], map[i + w.length - 1][1]]);
    });
    on.sort((a, b) => a[0] - b[0] || b[1] - a[1]).forEach(m => {
      if (m[1] <= at) return;
      var from = Math.max(at, m[0]);
      parent.append(text.slice(at, from));
      make("mark", "", parent, text.slice(from, m[1]));
      at = m[1];
    });
    parent.append(text.slice(at));
  }
  function place(fragment) {
    var n = fragment.slice(1);
    return /^s\d/.test(fragment) ? say("sentence").replace("{n}", n) : /^p\d/.test(fragment) ? say("paragraph").replace("{n}", n) : say("part");
  }
  function row(m, words) {
    var r = m.r, li = make("li"), head = make("p", "row-m", li), title = make("p", "row-t", li), link = make("a", "", title);
    var href = (r.lang === own ? "" : "../" + r.lang + "/") + r.path;
    if (r.lang !== own) li.lang = r.lang;
    make("span", "kd", head, form.querySelector('option[value="' + r.kind + '"]').textContent).lang = own;
    if (r.when) make("span", "", head, r.when);
    link.href = href;
    if (r.titleLang) link.lang = r.titleLang;
    marked(link, r.title, words);
    if (m.names.length) {
      var other = make("p", "row-o", li);
      other.append(say("names") + " ");
      marked(other, m.names.slice(0, 4).join(" / "), words);
    }
    var lines = m.lines.length || !r.lines || r.lines[0][0] ? m.lines : [{ at: 0 }];
    lines.slice(0, 3).forEach(l => {
      var line = r.lines[l.at], p = make("p", "", make("blockquote", "ev", li));
      marked(p, line[1], words);
      if (!line[0]) return;
      p.append(" ");
      var to = make("a", "nb", p, place(line[0]));
      to.href = href + "#" + line[0];
      to.lang = own;
    });
    if (lines.length > 3) make("p", "ev-w", li, count("rest", lines.length - 3)).lang = own;
    return li;
  }
  function button(parent, text, act) {
    var b = make("button", "btn", parent, text);
    b.type = "button";
    b.addEventListener("click", act);
  }

  function run() {
    clearTimeout(timer);
    var query = input.value.trim(), lang = form.elements.lang.value, kind = form.elements.kind.value, words = wordsOf(query), found = find(words, lang, kind);
    list.textContent = status.textContent = "";
    found.slice(0, shown).forEach(m => { list.appendChild(row(m, words)); });
    if (found.length > shown) button(make("li", "", list), say("more"), () => { shown += step; run(); list.children[shown - step].querySelector("a").focus(); });
    if (words.length) {
      status.textContent = found.length ? count("count", found.length) : say("none");
      var more = lang === "both" ? 0 : find(words, "both", kind).length - found.length;
      if (!found.length && more) button(status, count("elsewhere", more), () => { form.elements.lang.value = "both"; changed(); });
    }
    var q = new URLSearchParams();
    if (query) q.set("q", query);
    if (lang !== own) q.set("lang", lang);
    if (kind) q.set("kind", kind);
    var search = q.toString() ? "?" + q : "";
    try { history.replaceState(null, "", location.pathname + search); } catch (e) { /* not allowed here */ }
    var other = document.querySelector("[data-keep-fragment]");
    if (other) other.href = other.getAttribute("href").split("?")[0] + search;
  }
  function changed() { shown = step; run(); }

  // an input method is left alone until it has made up its mind; 229 is its Enter where isComposing does not say so
  input.addEventListener("compositionend", changed);
  input.addEventListener("input", e => {
    clearTimeout(timer);
    if (!e.isComposing) timer = setTimeout(changed, 150);
  });
  input.addEventListener("keydown", e => { if (e.key === "Enter" && (e.isComposing || e.keyCode === 229)) e.preventDefault(); });
  form.addEventListener("change", e => { if (e.target !== input) changed(); });
  form.addEventListener("submit", e => { e.preventDefault(); changed(); });

  var asked = new URLSearchParams(location.search);
  input.value = asked.get("q") || "";
  if (/^(ja|en|both)$/.test(asked.get("lang"))) form.elements.lang.value = asked.get("lang");
  form.elements.kind.value = asked.get("kind") || "";
  if (form.elements.kind.selectedIndex < 0) form.elements.kind.value = "";
  if (input.value) run(); else input.focus();
})();
