// The search in archives made by a program: what it finds is what a plain scan of the folded text finds, whether
// the data is in one script or in many, and in an archive of 10,000 articles a query loads little.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { home, launch, tree, watch } from "./lib.mjs";

const made = process.env.MADE; // folders one, split and large, each with scripts, queries.json and folds.json
let browser;

before(async () => {
  browser = await launch();
  for (const archive of ["one", "split", "large"]) {
    await mkdir(join(made, archive, "ja"), { recursive: true });
    await cp(join(tree, "ja/search.html"), join(made, archive, "ja/search.html"));
    for (const f of ["theme.js", "jikenbo.js", "search.js", "jikenbo.css", "favicon.svg"]) await cp(join(tree, "assets", f), join(made, archive, "assets", f));
  }
});
after(() => browser?.close());

const json = async (archive, file) => JSON.parse(await readFile(join(made, archive, file), "utf8"));

// open opens the search page of an archive and counts the bytes of search data that it loads.
async function open(archive) {
  const page = await browser.newPage(), seen = { complaints: [], bytes: 0, loads: [] };
  watch(page, seen.complaints, home(join(made, archive)));
  page.on("request", (r) => {
    if (/assets\/search(-data\.js|\/)/.test(r.url())) seen.loads.push(stat(fileURLToPath(r.url())).then((s) => { seen.bytes += s.size; }));
  });
  await page.goto(home(join(made, archive)) + "ja/search.html");
  return { page, seen };
}

// ask looks for a query in both languages until there are results for a page, or no more at all.
function ask(page, q, all = false) {
  return page.evaluate(async ({ q, all }) => {
    const begun = performance.now(), s = await jikenboSearch.find(q);
    do await jikenboSearch.readOn(s, all ? 1e9 : 20); while (all && s.next < s.order.length);
    return { ms: performance.now() - begun, hits: s.hits.map((h) => h.number), order: s.order, next: s.next };
  }, { q, all });
}
const ascending = (numbers) => numbers.slice().sort((a, b) => a - b);

describe("search in a made archive", () => {
  it("folds as the index is folded", async () => {
    const { page } = await open("one");
    const differ = await page.evaluate((folds) => folds.filter(([text, folded]) => jikenboSearch.fold(text) !== folded).map(([text, folded]) => [text, folded, jikenboSearch.fold(text)]), await json("one", "folds.json"));
    assert.deepEqual(differ.slice(0, 20), []);
    await page.close();
  });

  for (const archive of ["one", "split"]) {
    it(`finds what a plain scan finds, ${archive}`, async () => {
      const { page, seen } = await open(archive);
      let found = 0;
      for (const { q, named, want } of await json(archive, "queries.json")) {
        const hits = ascending((await ask(page, q, true)).hits);
        if (named) assert.deepEqual(want.filter((w) => !hits.includes(w)), [], q);
        else assert.deepEqual(hits, want, q);
        found += want.length;
      }
      assert.ok(found > 500, `only ${found} results in all`);
      assert.deepEqual(seen.complaints, []);
      await page.close();
    });
  }

  it("finds the same in one script and in many, by every name", async () => {
    const one = await open("one"), split = await open("split");
    for (const { q, named } of await json("one", "queries.json")) {
      if (named) assert.deepEqual(ascending((await ask(one.page, q, true)).hits), ascending((await ask(split.page, q, true)).hits), q);
    }
    await one.page.close();
    await split.page.close();
  });

  it("loads at most 3 MB for a query of 10,000 articles, and misses nothing", async () => {
    const queries = await json("large", "queries.json"), times = [];
    let most = 0;
    for (const { q, named, want } of queries.filter((_, i) => i % 3 === 0)) {
      const { page, seen } = await open("large");
      const { ms, hits, order, next } = await ask(page, q), all = new Set(order), looked = new Set(order.slice(0, next));
      await Promise.all(seen.loads);
      assert.deepEqual(want.filter((w) => !all.has(w)).slice(0, 5), [], `${q}: missed`);
      assert.deepEqual(want.filter((w) => looked.has(w) && !hits.includes(w)).slice(0, 5), [], `${q}: looked at and not shown`);
      if (!named) assert.deepEqual(hits.filter((h) => !want.includes(h)), [], `${q}: shown and not meant`);
      assert.ok(seen.bytes <= 3e6, `${q} loads ${seen.bytes} bytes`);
      assert.deepEqual(seen.complaints, []);
      most = Math.max(most, seen.bytes);
      times.push(ms);
      await page.close();
    }
    times.sort((a, b) => a - b);
    console.log(`10,000 articles, ${times.length} queries: at most ${(most / 1e6).toFixed(2)} MB; median ${times[times.length >> 1].toFixed()} ms, slowest ${times.at(-1).toFixed()} ms`);
  });
});
