// The timeline: its filters, with and without scripts, and its figure from the keyboard.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { home, launch, list, watch } from "./lib.mjs";

let browser, page;
const complaints = [];

before(async () => {
  browser = await launch();
  page = await browser.newPage();
  page.setDefaultTimeout(20000);
  watch(page, complaints, home());
});
after(() => browser?.close());

const open = (at) => page.goto(home() + at);

// shown returns what the filters left: the words of the marks that can be seen, of those that cannot, and what the page says of them.
function shown() {
  return page.evaluate(() => {
    const marks = Array.from(document.querySelectorAll(".lanes [data-f]")), seen = (e) => e.getClientRects().length > 0;
    const words = (list) => list.map((m) => m.getAttribute("data-f").split(" "));
    return {
      on: words(marks.filter(seen)),
      off: words(marks.filter((m) => !seen(m))),
      lanes: Array.from(document.querySelectorAll(".lane"), (l) => [seen(l), Array.from(l.querySelectorAll("[data-f]")).some(seen)]),
      count: document.querySelector("[data-count]").textContent,
      matches: Array.from(document.querySelectorAll("[data-matches] li a"), (a) => seen(a) && a.getAttribute("href")).filter(Boolean),
      newest: seen(document.querySelector("[data-newest]")),
      years: Object.fromEntries(Array.from(document.querySelectorAll("[data-year]:has(.yb-n)"), (y) => [y.getAttribute("data-year"), +y.querySelector(".yb-n").textContent])),
    };
  });
}

// options returns the values of a filter, with the number that stands behind each.
const options = (name) => page.$$eval(`select[name=${name}] option`, (list) => list.slice(1).map((o) => ({ value: o.value, n: +o.textContent.match(/\((\d+)\)$/)[1], group: o.parentNode.firstElementChild === o ? Array.from(o.parentNode.children, (x) => x.value) : [o.value] })));

describe("the filters of the timeline", () => {
  for (const name of ["actor", "kind", "country", "year"]) {
    it(`leave what is asked for, and no more: ${name}`, async () => {
      await open("ja/timeline.html");
      const all = (await shown()).on, list = await options(name);
      assert.ok(all.length > 80 && list.length > 5, `${all.length} marks, ${list.length} values`);
      for (const { value, n, group } of list.filter((_, i) => i % 3 === 0)) {
        await page.selectOption(`select[name=${name}]`, value);
        const values = name === "kind" ? group : [value], has = (words) => values.some((v) => words.includes(v));
        const { on, off, lanes, count, matches, newest, years } = await shown();
        assert.equal(on.length, all.filter(has).length, `${value}: marks`);
        assert.equal(on.length, n, `${value}: the number behind its name`);
        assert.ok(on.every(has) && !off.some(has), `${value}: the wrong marks`);
        assert.ok(lanes.every(([lane, mark]) => lane === mark), `${value}: a lane without marks`);
        assert.match(count, new RegExp(`${all.length}件中${n}件`));
        assert.deepEqual([matches.length, newest], [n, false], `${value}: the list`);
        for (const year of Object.keys(years)) assert.equal(years[year], on.filter((w) => w.includes(year)).length, `${value}: the column of ${year}`);
        assert.equal(new URL(page.url()).search, `?${name}=${value}`);
      }
    });
  }

  it("work together, and stay in the address, on the next page and in the other language", async () => {
    await open("ja/timeline.html");
    const all = await shown();
    await page.selectOption("select[name=actor]", "mustang-panda");
    await page.selectOption("select[name=country]", "us");
    const some = await shown();
    assert.ok(some.on.length > 0 && some.on.every((w) => w.includes("mustang-panda") && w.includes("us")));
    assert.equal(some.on.length, all.on.filter((w) => w.includes("mustang-panda") && w.includes("us")).length);
    assert.equal(new URL(page.url()).search, "?actor=mustang-panda&country=us");
    await page.goto(page.url());
    assert.deepEqual(await shown(), some, "the address does not bring it back");
    await page.click('header a[hreflang="en"]');
    await page.waitForURL(/en\/timeline\.html\?actor=mustang-panda&country=us/);
    assert.deepEqual((await shown()).on, some.on);
    const year = Object.keys(some.years).find((y) => some.years[y] > 0);
    await page.click(`[data-year="${year}"] a`);
    await page.waitForURL(/timeline\/\d+\.html\?actor=mustang-panda&country=us/);
    const acts = await page.$$eval("li[data-f]", (list) => list.map((l) => [l.getClientRects().length > 0, /(^| )mustang-panda( |$)/.test(l.dataset.f) && /(^| )us( |$)/.test(l.dataset.f)]));
    assert.ok(acts.some(([seen]) => seen) && acts.every(([seen, meant]) => seen === meant), JSON.stringify(acts));
    await page.click(".filters button[type=reset]");
    await page.waitForURL((url) => url.search === "");
    assert.ok(await page.$$eval("li[data-f]", (list) => list.every((l) => l.getClientRects().length > 0)), "reset does not show everything");
  });

  it("give way to an address that leads to an act they hide", async () => {
    await open("ja/timeline/2025.html");
    const id = await page.$eval("li[data-f]:not([data-f~=mustang-panda])", (l) => l.id);
    await open(`ja/timeline/2025.html?actor=mustang-panda#${id}`);
    await page.waitForFunction((id) => document.getElementById(id).getClientRects().length > 0, id);
  });

  it("take nothing away without scripts", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false }), still = await context.newPage();
    for (const at of ["ja/timeline.html", "en/timeline.html", "ja/timeline/2024.html", "en/timeline/2021.html"]) {
      await still.goto(`${home()}${at}?actor=mustang-panda&kind=takedown`);
      const seen = await still.$$eval("[data-f]", (list) => list.map((e) => e.getClientRects().length > 0 && e.checkVisibility()));
      assert.ok(seen.length > 8, `${at}: only ${seen.length}`);
      assert.equal(seen.filter((s) => !s).length, 0, `${at}: some are hidden`);
      assert.equal(await still.locator("[data-filters]").isVisible(), false, `${at}: filters that do nothing`);
    }
    await context.close();
  });
});

describe("drawings", () => {
  // every link that is drawn takes its turn, and is named
  for (const at of ["ja/timeline.html", "en/actors/flax-typhoon.html", "ja/operations/plugx-removal.html"]) {
    it(`of ${at} are walked through with the Tab key`, async () => {
      await open(at);
      const marks = await page.$$eval("svg a[href]", (list) => list.map((a, i) => { a.dataset.n = i; return a.querySelector("title, text")?.textContent.trim() ?? a.getAttribute("aria-label") ?? ""; }));
      assert.ok(marks.length > 5, `only ${marks.length} marks`);
      assert.deepEqual(marks.filter((m) => !m), [], "a mark without a name");
      const reached = new Set(), unseen = [];
      let last = 0;
      for (let i = 0; i < 1500 && reached.size < marks.length && i - last < 300; i++) {
        await page.keyboard.press("Tab");
        const on = await page.evaluate(() => {
          const e = document.activeElement, looks = () => [e, ...e.querySelectorAll("*")].map((x) => { const s = getComputedStyle(x); return [s.outlineStyle === "none" || s.outlineWidth, s.stroke, s.strokeWidth, s.fill].join(); }).join("|");
          if (!e.closest("svg")) return null;
          const focused = looks();
          e.blur();
          const drawn = looks() !== focused;
          e.focus({ focusVisible: true });
          return { n: e.dataset.n, drawn };
        });
        if (!on) continue;
        last = i;
        reached.add(on.n);
        if (!on.drawn) unseen.push(marks[on.n]);
      }
      assert.equal(reached.size, marks.length, "marks that the keyboard does not reach");
      assert.deepEqual(unseen, [], "marks whose focus is not drawn");
    });
  }

  it("of the timeline lead to the act", async () => {
    await open("ja/timeline.html");
    const mark = page.locator(".lanes a[data-f]").nth(3), href = await mark.getAttribute("href");
    await mark.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href.endsWith(href));
    assert.equal(await page.locator("#" + href.split("#")[1]).isVisible(), true);
  });

  it("have links that the keyboard reaches and words that stay in their boxes, on other pages too", async () => {
    const wrong = [], some = (await list()).filter((p) => /^en\/(actors|operations|people|malware|organizations)\//.test(p)).filter((_, i) => i % 12 === 0);
    let boxes = 0;
    for (const at of some) {
      await open(at);
      const seen = await page.evaluate(() => {
        const links = Array.from(document.querySelectorAll("svg a")).filter((a) => a.tabIndex < 0 || !a.getAttribute("href") || a.closest("[aria-hidden=true]")).map((a) => a.outerHTML.slice(0, 100));
        const words = Array.from(document.querySelectorAll(".bx tspan"));
        const spilt = words.filter((t) => t.getBoundingClientRect().right > t.closest(".bx").querySelector("rect").getBoundingClientRect().right);
        return { wrong: links.concat(spilt.map((t) => `out of its box: ${t.textContent}`)), boxes: words.length };
      });
      boxes += seen.boxes;
      wrong.push(...seen.wrong.map((w) => `${at}: ${w}`));
    }
    assert.deepEqual(wrong, []);
    assert.ok(boxes > 20, `only ${boxes} lines in boxes`);
  });

  it("complained of nothing", () => assert.deepEqual(complaints, []));
});
