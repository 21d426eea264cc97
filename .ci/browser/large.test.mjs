// The search in other archives than the one that is shipped: what it finds is what a plain scan of the folded text
// finds, in archives made by a program and in the shipped one, whether the data is in one script or in many; and in an
// archive of 10,000 articles a query loads little.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { home, launch, output, tree, watch } from "./lib.mjs";

const made = process.env.MADE; // where archives are made, by the test of the package that packs them
let browser;

// Archives have scripts and, but for the real one, queries.json with what a plain scan finds.
const archives = {
  one: ["-articles", "80"],
  split: ["-articles", "80", "-split"],
  large: ["-articles", "10000"],
  real: ["-from", join(tree, "assets/search-data.js"), "-split"],
};

before(async () => {
  browser = await launch();
  for (const [archive, flags] of Object.entries(archives)) {
    const { code, out, err } = await output(join(made, "search.test"), ["-test.run", "TestPackedArchive", "-write", join(made, archive), ...flags]);
    assert.equal(code, 0, `${archive}: ${out}${err}`);
    await mkdir(join(made, archive, "ja"), { recursive: true });
    await cp(join(tree, "ja/search.html"), join(made, archive, "ja/search.html"));
    for (const f of ["theme.js", "jikenbo.js", "search.js", "jikenbo.css", "favicon.svg"]) await cp(join(tree, "assets", f), join(made, archive, "assets", f));
  }
});
after(() => browser?.close());

const json = async (archive, file) => JSON.parse(await readFile(join(made, archive, file), "utf8"));

// open opens the search page of an archive and counts the scripts of search data that it loads.
async function open(dir) {
  const page = await browser.newPage(), seen = { complaints: [], sizes: [] };
  watch(page, seen.complaints, home(dir));
  page.on("request", (r) => {
    if (/assets\/search(-data\.js|\/)/.test(r.url())) seen.sizes.push(stat(fileURLToPath(r.url())).then((s) => s.size));
  });
  await page.goto(home(dir) + "ja/search.html");
  return { page, seen };
}

// ask returns the records that a query finds in both languages, all of them.
function ask(page, queries) {
  return page.evaluate(async (queries) => {
    const out = [];
    for (const q of queries) {
      const s = await jikenboSearch.find(q);
      do await jikenboSearch.readOn(s, 1e9); while (s.next < s.order.length);
      out.push(s.hits.map((h) => h.number).sort((a, b) => a - b));
    }
    return out;
  }, queries);
}

// answer types a query and returns what the page shows, and after how many milliseconds it has drawn it.
function answer(page, q) {
  return page.evaluate(async (q) => {
    const form = document.querySelector("[data-search]"), status = document.querySelector("[data-status]");
    form.querySelector('[name="lang"][value="both"]').checked = true;
    form.elements.q.value = q;
    const shown = new Promise((done) => new MutationObserver(() => status.textContent && done()).observe(status, { childList: true }));
    const begun = performance.now();
    form.requestSubmit();
    await shown;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const ms = performance.now() - begun;
    const rows = Array.from(document.querySelectorAll("[data-results] .row-t a"), (a) => new URL(a.href).pathname.match(/(ja|en)\/\w+\/\w+\.html$/)[0]);
    return { ms, rows, status: status.textContent };
  }, q);
}

// without returns those of a list that are not in another.
const without = (list, other) => { const set = new Set(other); return list.filter((v) => !set.has(v)); };

describe("search in a made archive", () => {
  it("folds as the index is folded", async () => {
    const { page } = await open(join(made, "one"));
    const differ = await page.evaluate((folds) => folds.filter(([text, folded]) => jikenboSearch.fold(text) !== folded).map(([text, folded]) => [text, folded, jikenboSearch.fold(text)]), await json("one", "folds.json"));
    assert.deepEqual(differ.slice(0, 20), []);
    await page.close();
  });

  for (const archive of ["one", "split"]) {
    it(`finds what a plain scan finds, ${archive}`, async () => {
      const { page, seen } = await open(join(made, archive)), queries = await json(archive, "queries.json");
      let found = 0;
      for (const [i, hits] of (await ask(page, queries.map((a) => a.q))).entries()) {
        const { q, named, want } = queries[i];
        if (named) assert.deepEqual(without(want, hits), [], q);
        else assert.deepEqual(hits, want, q);
        found += want.length;
      }
      assert.ok(found > 500, `only ${found} results in all`);
      assert.deepEqual(seen.complaints, []);
      await page.close();
    });
  }

  it("finds the same in one script and in many, by every name", async () => {
    const one = await open(join(made, "one")), split = await open(join(made, "split"));
    const names = (await json("one", "queries.json")).filter((a) => a.named).map((a) => a.q);
    const hits = await ask(one.page, names);
    assert.ok(names.length > 20 && hits.every((h) => h.length > 0), "a name finds nobody");
    assert.deepEqual(await ask(split.page, names), hits);
    await Promise.all([one.page.close(), split.page.close()]);
  });

  it("counts what it has when the last results are read", async () => {
    const { page } = await open(join(made, "split"));
    for (const { q, want, named } of (await json("split", "queries.json")).filter((a) => !a.named && a.want.length < 10)) {
      const { status, rows } = await answer(page, q);
      if (want.length) assert.deepEqual([status, rows.length], [`${want.length}件`, want.length], q);
      else assert.match(status, /見つかりません/, q);
    }
    await page.close();
  });
});

// random returns a source of numbers that is the same in every run.
function random(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) % below);
  };
}

// queriesOf cuts queries out of texts at random: pieces of every length, phrases and several words.
function queriesOf(texts, n) {
  const number = random(20261122);
  const piece = (most) => {
    const c = Array.from(texts[number(texts.length)]), from = number(c.length);
    return c.slice(from, from + 1 + number(most)).join("").replace(/["“”„〝〟\s]+/g, " ").trim() || "の";
  };
  return Array.from({ length: n }, (_, i) => [piece(14), `"${piece(30)}"`, `${piece(4)} ${piece(8)}`, `"${piece(3)}"`, `${piece(2)} ${piece(2)} "${piece(5)}"`][i % 5]);
}

describe("search in the shipped archive, cut out at random", () => {
  for (const [name, dir] of [["in one script", tree], ["in many scripts", join(made, "real")]]) {
    it(`finds what a plain scan finds, ${name}`, async () => {
      const records = JSON.parse((await readFile(join(tree, "assets/search-data.js"), "utf8")).slice("window.jikenboSearch = ".length, -2)).records;
      const texts = records.flatMap((r) => [r.title, ...(r.names ?? []), ...(r.lines ?? []).map((l) => l[1])]).filter((t) => t.trim());
      const { page, seen } = await open(dir), queries = queriesOf(texts, 400);
      // the plain scan: every word, folded, somewhere in a field of the record
      const wanted = await page.evaluate(({ records, queries }) => {
        const fold = (t) => jikenboSearch.fold(t), folded = records.map((r) => [r.title, ...(r.names ?? []), ...(r.lines ?? []).map((l) => l[1])].map(fold));
        return queries.map((q) => {
          const words = (q.normalize("NFKC").match(/"[^"]*"?|[^\s"]+/g) ?? []).map(fold).filter(Boolean);
          return words.length ? folded.flatMap((fields, i) => words.every((w) => fields.some((f) => f.includes(w))) ? [i] : []) : [];
        });
      }, { records, queries });
      const found = await ask(page, queries);
      const missed = queries.filter((_, i) => without(wanted[i], found[i]).length);
      assert.deepEqual(missed, []);
      // in quotation marks nobody is found under another name
      const more = queries.filter((q, i) => /^"[^"]*"$/.test(q) && without(found[i], wanted[i]).length);
      assert.deepEqual(more, []);
      assert.ok(wanted.filter((w) => w.length).length > 300, "most queries should find something");
      assert.deepEqual(seen.complaints, []);
      await page.close();
    });
  }
});

describe("search in 10,000 articles", () => {
  it("loads at most 3 MB in 72 scripts for a query, and misses nothing", async () => {
    const kinds = byKind(await json("large", "queries.json"));
    const measured = [];
    for (const [about, queries] of kinds) {
      for (const { q, named, want } of queries.filter((_, i) => i % Math.ceil(queries.length / 3) === 0)) {
        const { page, seen } = await open(join(made, "large"));
        const { ms, rows, status } = await answer(page, q);
        const bytes = (await Promise.all(seen.sizes)).reduce((a, b) => a + b), scripts = seen.sizes.length;
        measured.push({ about, q, ms, bytes, scripts });
        const wanted = new Set(want.map(pathOf));
        if (named) assert.ok(rows.length > 0, `${q}: nobody`);
        else assert.deepEqual(rows.filter((r) => !wanted.has(r)), [], `${q}: shown and not meant`);
        const order = await page.evaluate(async (q) => (await jikenboSearch.find(q)).order, q);
        assert.deepEqual(without(want, order).slice(0, 5), [], `${q}: missed`);
        assert.ok(want.length === 0 || !/見つかりません/.test(status), `${q}: ${status}`);
        assert.ok(bytes <= 3e6, `${q} loads ${bytes} bytes`);
        assert.ok(scripts <= 72, `${q} loads ${scripts} scripts`);
        assert.deepEqual(seen.complaints, []);
        await page.close();
      }
    }
    report(measured);
  });
});

// byKind groups queries by what they are about.
function byKind(queries) {
  const kinds = new Map();
  for (const q of queries) kinds.set(q.about, [...(kinds.get(q.about) ?? []), q]);
  return kinds;
}

// pathOf leads from the number of a record of the large archive to its page: there is an actor for every five articles.
function pathOf(i) {
  const n = i >> 1, actors = 10000 / 5;
  return (i % 2 ? "en/" : "ja/") + (n < actors ? `actors/a${n}.html` : `articles/n${n - actors}.html`);
}

// report prints what the queries of each kind cost.
function report(measured) {
  const line = (about, list) => {
    const ms = list.map((m) => m.ms).sort((a, b) => a - b), most = (key) => Math.max(...list.map((m) => m[key]));
    console.log(`${about.padEnd(14)}${String(list.length).padStart(3)} queries: median ${ms[ms.length >> 1].toFixed()} ms, slowest ${ms.at(-1).toFixed()} ms; at most ${(most("bytes") / 1e6).toFixed(2)} MB, ${most("scripts")} scripts`);
  };
  for (const [about, list] of byKind(measured)) line(about, list);
  line("all", measured);
}
