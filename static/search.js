// The search page. It looks for every word of the query in the records of search-data.js, as part
// of longer words too, so that nothing has to be cut into words. Who asks for somebody by a name
// finds the other names as well, unless it stands in quotation marks. Text is compared folded.
// Records of a large archive are in scripts of their own, with an index of them; both are
// loaded as they are needed. What the data is made of is told in internal/search.
(() => {
  "use strict";
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const data = window.jikenboSearch, own = document.documentElement.lang;
  const input = form.elements.q, list = document.querySelector("[data-results]"), status = document.querySelector("[data-status]");
  const say = name => form.getAttribute("data-" + name);
  const count = (name, n) => { const forms = say(name).split("|"); return forms[n === 1 ? 0 : forms.length - 1].replace("{n}", n); };
  if (!data) { status.textContent = say("broken"); return; }
  const step = data.grams ? 10 : 20; // results at once: each record of a large archive may be a script to load

  // folding, character by character with the marks that belong to it; map gets, for each unit of
  // the folded text, where its character begins and ends in the text
  const character = /[\s\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu, known = new Map();
  const latin = c => c >= "a" && c <= "z" || c >= "0" && c <= "9", key = folded => folded.replace(/ /g, "");
  function foldCharacter(c) {
    let f = known.get(c);
    if (f === undefined) {
      f = c.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").normalize("NFC")
        .replace(/[ァ-ヶヽヾ]/g, k => String.fromCharCode(k.charCodeAt(0) - 96)).replace(/[ー.,'’\p{Cf}]/gu, "").replace(/[\s\p{P}\p{Cc}~]/gu, " ");
      known.set(c, f);
    }
    return f;
  }
  function fold(text, map) {
    let out = "", gap = false, last = "";
    for (const m of text.matchAll(character)) {
      const f = foldCharacter(m[0]);
      for (let i = 0; i < f.length; i++) {
        if (f[i] === " ") { gap = true; continue; }
        const at = [m.index, m.index + m[0].length];
        if (gap && latin(last) && latin(f[i])) { out += " "; if (map) map.push([m.index - 1, m.index]); }
        if (map) map.push(at);
        out += last = f[i];
        gap = false;
      }
    }
    return out;
  }

  // what is known of the records unread: they come in pairs, Japanese and English, each of a kind and of some years
  const kinds = [], years = [], owners = new Map(), read = data.records || [];
  if (data.grams) data.runs.forEach(([n, kind, from, to]) => { while (n--) { kinds.push(kind); years.push([from, to]); } });
  else for (let i = 0; i < read.length; i += 2) { kinds.push(read[i].kind); years.push(read[i].years || [0, 0]); }
  const languageOf = i => i % 2 ? "en" : "ja", split = names => names ? names.split("\t") : [];
  // who is called by a name; nobody, where several are
  data.names.forEach((names, n) => names.forEach(s => split(s).forEach(name => { name = key(name); owners.set(name, owners.has(name) && owners.get(name) !== n ? -1 : n); })));

  // scripts that are loaded on demand
  const base = document.querySelector('script[src$="search-data.js"]').src.replace("search-data.js", "search/"), parts = new Map(), given = {};
  data.put = (name, value) => { given[name] = value; };
  function load(name) {
    if (!parts.has(name)) {
      parts.set(name, new Promise((done, failed) => {
        const s = document.createElement("script");
        s.onload = () => { s.remove(); done(given[name]); delete given[name]; };
        s.onerror = () => { s.remove(); parts.delete(name); failed(new Error(name)); };
        s.src = base + name + ".js";
        document.head.append(s);
      }));
    }
    return parts.get(name);
  }
  const loadAll = names => Promise.all(Array.from(new Set(names), async n => [n, await load(n)])).then(all => new Map(all));

  // the query: groups of words that must all be found; one that names somebody may be found as another name
  function parse(query) {
    const words = (query.normalize("NFKC").replace(/[“”„〝〟]/g, '"').match(/"[^"]+"?|[^\s"]+/g) || [])
      .map(w => ({ text: fold(w), quoted: w[0] === '"' })).filter(w => w.text), groups = [];
    for (let i = 0; i < words.length;) {
      let n = words.length - i, who;
      for (; n > 0; n--) {
        const some = words.slice(i, i + n);
        who = some.some(w => w.quoted) ? -1 : owners.get(key(some.map(w => w.text).join("")));
        if (who >= 0) break;
      }
      if (n) groups.push({ who, typed: words.slice(i, i + n).map(w => w.text), names: split(data.names[who][0]) });
      else groups.push({ who: -1, typed: [words[i].text], names: [] });
      i += n || 1;
    }
    return groups;
  }
  // how a text has a word: not at all, within a longer Latin word, or whole
  const stands = (text, i, w) => !(latin(w[0]) && latin(text[i - 1])) && !(latin(w[w.length - 1]) && latin(text[i + w.length]));
  function grade(text, w) {
    let best = 0;
    for (let i = text.indexOf(w); i >= 0; i = text.indexOf(w, i + 1)) {
      if (stands(text, i, w)) return 2;
      best = 1;
    }
    return best;
  }
  const gradeOf = (text, g) => g.names.some(n => grade(text, n) > 1) ? 2 : Math.min(...g.typed.map(w => grade(text, w)));

  // what it counts to have a word in the title or the names: more for those who are called by it
  const named = i => /^(article|act|source|page)$/.test(kinds[i >> 1]) ? 40 : 60;

  // a record that has all groups, with its score and the lines that have most of them; null if it lacks one
  function match(r, number, groups) {
    if (!r.f) {
      r.f = { title: fold(r.title), names: (r.names || []).map(n => fold(n)), lines: (r.lines || []).map(l => fold(l[1])) };
      r.f.head = [r.f.title].concat(r.f.names).join("\n");
      r.f.all = [r.f.head].concat(r.f.lines).join("\n");
    }
    const asked = key(groups.map(g => g.typed.join("")).join("")), lines = [];
    let score = key(r.f.title) === asked || r.f.names.some(n => key(n) === asked) ? 200 : 0;
    for (const g of groups) {
      const n = gradeOf(r.f.all, g);
      if (!n) return null;
      score += 5 * n + (g.who === number >> 1 ? 200 : gradeOf(r.f.head, g) ? named(number) : 0);
    }
    r.f.lines.forEach((line, at) => {
      const n = groups.reduce((sum, g) => sum + Math.max(gradeOf(line, g), ...g.typed.map(w => grade(line, w) / 2)), 0);
      if (n) lines.push({ at, n });
    });
    lines.sort((a, b) => b.n - a.n || a.at - b.at);
    const names = (r.names || []).filter((_, i) => groups.some(g => !gradeOf(r.f.title, g) && gradeOf(r.f.names[i], g)));
    return { r, number, score: score + Math.min(lines.length, 9), lines, names };
  }

  // the index: the pieces of a word, or no more than cover it, which script they are in, and which lines have them
  function cover(word, few) {
    const c = Array.from(word), last = c.length - 3, out = [], letter = x => latin(x) || x === " ";
    const three = i => i >= 0 && i <= last && c.slice(i, i + 3).every(letter), letters = i => letter(c[i]) && letter(c[i + 1]);
    const take = (i, n) => { out.push(c.slice(i, i + n).join("")); return n; };
    if (c.length < 2 || c.length < 3 && letters(0)) return [word];
    for (let i = 0, end = false; i < c.length && !end;) {
      if (end = i > last) i = three(last) ? last : c.length - 2;
      const n = three(i) ? take(i, 3) : letters(i) ? 1 : take(i, 2);
      i += few ? n : 1;
    }
    return out;
  }
  function scriptOf(gram) {
    let h = 2166136261;
    for (const c of gram) h = Math.imul(h ^ c.codePointAt(0), 16777619);
    return "g" + (h >>> 0) % data.grams;
  }
  // those of the lines (of all, if none are given) that a posting has
  function linesIn(code, lines) {
    const bytes = atob(code), out = [], at = i => bytes.charCodeAt(i);
    if (at(0)) {
      if (lines) return lines.filter(l => at(1 + (l >> 3)) >> (l & 7) & 1);
      for (let i = 1; i < bytes.length; i++) for (let b = at(i), l = i - 1 << 3; b; b >>= 1, l++) if (b & 1) out.push(l);
      return out;
    }
    for (let i = 1, n = 0, shift = 0, j = 0; i < bytes.length; i++) {
      n += (at(i) & 127) << shift;
      if (at(i) > 127) { shift += 7; continue; }
      shift = 0;
      if (lines) while (lines[j] < n) j++;
      if (!lines || lines[j] === n) out.push(n);
    }
    return out;
  }
  const lookUp = async gram => (await load(scriptOf(gram)))[gram] || "";
  // those of the lines (of all, at first) that have all pieces; of pieces that stand in many lines no more are loaded than help
  async function linesWith(grams, limit, lines) {
    const all = await Promise.all(grams.map(lookUp)), total = first[first.length - 1], heavy = all.filter(e => e[0] === "!").map(e => e.slice(1).split(":")).sort((a, b) => a[1] - b[1]);
    if (all.includes("")) return [];
    for (const e of all.filter(e => e[0] !== "!").sort((a, b) => a.length - b.length)) lines = linesIn(e, lines);
    for (const [n, often] of heavy) {
      if (lines && (lines.length <= 2 * step || 4 * often > total || limit.left-- < 1)) break;
      lines = linesIn(await load("h" + n), lines);
    }
    return lines || [];
  }
  // the records that can have all groups, each with a score; that they have is sure of short words only
  const first = [0];
  if (data.grams) data.lines.forEach((n, i) => first.push(first[i] + 1 + n));
  async function candidates(groups) {
    const all = kinds.length * 2, limit = { left: 8 }, most = Math.max(3, Math.floor(16 / groups.reduce((n, g) => n + g.typed.length, 0)));
    const score = new Uint16Array(all).fill(1);
    // 2 for a record that has it in its title or names, 1 for another
    const mark = (lines, into) => { let r = 0; for (const l of lines) { while (first[r + 1] <= l) r++; into[r] = Math.max(into[r], l === first[r] ? 2 : 1); } return into; };
    const marks = async (some, rest) => {
      const lines = await linesWith(some, limit);
      return mark(lines.length > step && rest.length ? await linesWith(rest, limit, lines) : lines, new Uint8Array(all));
    };
    await Promise.all(groups.map(async g => {
      const pieces = g.typed.map(w => cover(w, true).slice(0, most)), words = g.typed.filter(w => /^[a-z0-9]{1,3}$/.test(w));
      g.sure = pieces.every(p => p.length === 1);
      const typed = await Promise.all(pieces.map((p, i) => marks(p, cover(g.typed[i]).filter(x => !p.includes(x)).slice(0, 8)))), whole = await Promise.all(words.map(w => marks(["\x01" + w], [])));
      const called = g.who >= 0 ? await marks(["\x02" + g.who], []) : null;
      for (let i = 0; i < all; i++) {
        const n = Math.max(called ? called[i] : 0, Math.min(...typed.map(t => t[i])));
        score[i] = n && score[i] ? score[i] + 1 + (called && called[i] || whole.some(w => w[i]) ? 10 : 0) + (i >> 1 === g.who ? 200 : n > 1 ? named(i) : 0) : 0;
      }
    }));
    return score;
  }
  // reads on in a large archive until there are enough hits, but no more than three rounds at once, or four while there is none
  async function readOn(s, wanted) {
    for (let round = 0; round < (s.hits.length ? 3 : 4) && s.hits.length < wanted && s.next < s.order.length; round++) {
      const some = s.order.slice(s.next, s.next + step);
      s.next += some.length;
      const place = some.map(i => { let a = 0, b = data.starts.length; while (b - a > 1) { const m = a + b >> 1; if (data.starts[m] > i) b = m; else a = m; } return a; });
      const scripts = await loadAll(place.map(p => "t" + p));
      some.forEach((i, n) => {
        const m = match(scripts.get("t" + place[n])[i - data.starts[place[n]]], i, s.groups);
        if (m) s.hits.push(m);
      });
    }
  }
  // finds: hits as far as they were looked at, and all that may be hits, best first
  async function find(groups, lang, kind, year) {
    const s = { groups, order: [], hits: [], next: 0, elsewhere: false, undated: false, sure: true };
    if (!groups.length) return s;
    const score = data.grams ? await candidates(groups) : null;
    for (let i = 0; i < kinds.length * 2; i++) {
      const [from, to] = years[i >> 1], m = score ? score[i] : kind && kinds[i >> 1] !== kind ? null : match(read[i], i, groups);
      if (!m || kind && kinds[i >> 1] !== kind || year && from && (year < from || to < year)) continue;
      if (lang !== "both" && languageOf(i) !== lang) s.elsewhere = s.elsewhere || !year || from > 0;
      else if (year && !from) s.undated = true;
      else if (score) s.order.push(i);
      else s.hits.push(m);
    }
    const mine = i => languageOf(i) === own ? 0 : 1;
    s.hits.sort((a, b) => b.score - a.score || mine(a.number) - mine(b.number) || a.number - b.number);
    s.order.sort((a, b) => score[b] - score[a] || mine(a) - mine(b) || a - b);
    s.sure = !score || groups.every(g => g.sure);
    return s;
  }

  // for whoever asks from a console or a test
  Object.assign(data, { fold, find: (query, lang, kind, year) => find(parse(query), lang || "both", kind, year), readOn });

  // writing; text only ever becomes text nodes
  function make(tag, name, parent, text) {
    const e = document.createElement(tag);
    if (name) e.className = name;
    if (text) e.textContent = text;
    if (parent) parent.append(e);
    return e;
  }
  function marked(parent, text, groups) {
    const map = [], folded = fold(text, map), on = [];
    let at = 0;
    function look(w, least) {
      for (let i = folded.indexOf(w); i >= 0; i = folded.indexOf(w, i + 1)) {
        if (least < 2 || stands(folded, i, w)) on.push([map[i][0], map[i + w.length - 1][1]]);
      }
    }
    groups.forEach(g => { g.typed.forEach(w => look(w, grade(folded, w))); g.names.forEach(w => look(w, 2)); });
    on.sort((a, b) => a[0] - b[0] || b[1] - a[1]).forEach(m => {
      if (m[1] <= at) return;
      const from = Math.max(at, m[0]);
      parent.append(text.slice(at, from));
      make("mark", "", parent, text.slice(from, m[1]));
      at = m[1];
    });
    parent.append(text.slice(at));
  }
  function place(fragment) {
    const n = fragment.slice(1);
    return /^s\d/.test(fragment) ? say("sentence").replace("{n}", n) : /^p\d/.test(fragment) ? say("paragraph").replace("{n}", n) : say("part");
  }
  function row(m, groups) {
    const r = m.r, li = make("li"), head = make("p", "row-m", li), title = make("p", "row-t", li), link = make("a", "", title);
    const href = (r.lang === own ? "" : "../" + r.lang + "/") + r.path;
    if (r.lang !== own) li.lang = r.lang;
    make("span", "kd", head, form.querySelector('option[value="' + r.kind + '"]').textContent).lang = own;
    if (r.when) make("span", "", head, r.when);
    link.href = href;
    if (r.titleLang) link.lang = r.titleLang;
    marked(link, r.title, groups);
    if (m.names.length) {
      const other = make("p", "row-o", li);
      other.append(say("names") + " ");
      marked(other, m.names.slice(0, 4).join(" / "), groups);
    }
    const lines = m.lines.length || !r.lines || r.lines[0][0] ? m.lines : [{ at: 0 }];
    lines.slice(0, 3).forEach(l => {
      const line = r.lines[l.at], p = make("p", "", make("blockquote", "ev", li));
      marked(p, line[1], groups);
      if (!line[0]) return;
      p.append(" ");
      const to = make("a", "nb", p, place(line[0]));
      to.href = href + "#" + line[0];
      to.lang = own;
    });
    if (lines.length > 3) make("p", "ev-w", li, count("rest", lines.length - 3)).lang = own;
    return li;
  }
  function button(parent, text, act) {
    const b = make("button", "btn", parent, text);
    b.type = "button";
    b.addEventListener("click", act);
  }

  let timer = 0, runs = 0;
  async function run() {
    clearTimeout(timer);
    const query = input.value.trim(), lang = form.elements.lang.value, kind = form.elements.kind.value, year = form.elements.year.value, mine = ++runs;
    address(query, lang, kind, year);
    try {
      const s = await find(parse(query), lang, kind, +year);
      await readOn(s, step);
      if (mine === runs) show(s, step, mine);
    } catch (e) {
      if (mine === runs) status.textContent = say("broken");
    }
  }
  function show(s, shown, mine) {
    const open = s.order.length - s.next, all = s.hits.length + open, from = Math.max(0, shown - step);
    if (!from) list.textContent = status.textContent = "";
    else list.lastChild.remove();
    s.hits.slice(from, shown).forEach(m => { list.append(row(m, s.groups)); });
    if (s.hits.length > shown || open) {
      button(make("li", "", list), say("more"), async () => {
        await readOn(s, shown + step);
        if (mine !== runs) return;
        show(s, shown + step, mine);
        if (list.children[shown]) list.children[shown].querySelector("a, button").focus();
      });
    }
    if (!s.groups.length) return;
    status.textContent = all ? count(open && !s.sure ? "most" : "count", all) : say("none");
    if (s.undated) status.append(" " + say("undated"));
    if (!all && s.elsewhere) button(status, say("elsewhere"), () => { form.elements.lang.value = "both"; run(); });
  }
  function address(query, lang, kind, year) {
    const q = new URLSearchParams();
    if (query) q.set("q", query);
    if (lang !== own) q.set("lang", lang);
    if (kind) q.set("kind", kind);
    if (year) q.set("year", year);
    const search = q.toString() ? "?" + q : "";
    try { history.replaceState(null, "", location.pathname + search); } catch (e) { /* not allowed here */ }
    const other = document.querySelector("[data-keep-fragment]");
    if (other) other.href = other.getAttribute("href").split("?")[0] + search;
  }

  // an input method is left alone until it has made up its mind; 229 is its Enter where isComposing does not say so
  input.addEventListener("compositionend", run);
  input.addEventListener("input", e => {
    clearTimeout(timer);
    if (!e.isComposing) timer = setTimeout(run, 150);
  });
  input.addEventListener("keydown", e => { if (e.key === "Enter" && (e.isComposing || e.keyCode === 229)) e.preventDefault(); });
  form.addEventListener("change", e => { if (e.target.name !== "q" && e.target.name) run(); });
  form.addEventListener("submit", e => { e.preventDefault(); run(); });

  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") || "";
  if (/^(ja|en|both)$/.test(asked.get("lang"))) form.elements.lang.value = asked.get("lang");
  ["kind", "year"].forEach(name => {
    form.elements[name].value = asked.get(name) || "";
    if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
  });
  if (input.value) run(); else input.focus();
})();
