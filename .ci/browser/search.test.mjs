// The search page from the disk, in Chromium: what is found, filters, keys, the input method, the address.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { home, launch, watch } from "./lib.mjs";

let browser, context, page;
const complaints = [];

before(async () => {
  browser = await launch();
  context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(20000);
  watch(page, complaints, home());
});
after(() => browser?.close());

// results opens the search page and returns what it lists.
async function results(query, { at = "ja", lang = "both", ...more } = {}) {
  await page.goto(`${home()}${at}/search.html?${new URLSearchParams({ q: query, lang, ...more })}`);
  return listed();
}

async function listed() {
  await page.waitForFunction(() => document.querySelector("[data-status]").textContent !== "");
  return page.$$eval("[data-results] > li", (rows) =>
    rows.filter((r) => r.querySelector("h3, .row-t")).map((r) => ({
      href: r.querySelector(".row-t a").getAttribute("href"),
      lang: r.lang || document.documentElement.lang,
      text: r.textContent,
      marks: Array.from(r.querySelectorAll("mark"), (m) => m.textContent),
      lines: Array.from(r.querySelectorAll(".ev a"), (a) => a.getAttribute("href")),
    })));
}

describe("search", () => {
  const doj = "organizations/us-doj.html", panda = "actors/mustang-panda.html";
  for (const [query, path] of Object.entries({
    司法省: doj, しほうしょう: doj, ｼﾎｳｼｮｳ: doj, shihosho: doj, shihōshō: doj, shihoushou: doj, SHIHOSHO: doj, べいこくしほうしょう: doj, "Department of Justice": doj,
    "Mustang Panda": panda, mustangpanda: panda, ムスタング・パンダ: panda, ムスタングパンダ: panda, ﾑｽﾀﾝｸﾞﾊﾟﾝﾀﾞ: panda, むすたんぐ: panda, "BRONZE PRESIDENT": panda, G0129: panda,
    ＰｌｕｇＸ: "malware/plugx.html", flax: "actors/flax-typhoon.html", こくたいふん: "",
  })) {
    it(`${query} finds ${path || "nothing"}`, async () => {
      const found = await results(query, { at: "ja" });
      if (!path) return assert.deepEqual(found, []);
      const own = found.find((r) => r.href === path);
      assert.ok(own, found.slice(0, 5).map((r) => r.href).join());
      assert.ok(found.indexOf(own) < 3, "not among the first three");
      assert.ok(found.some((r) => r.href === "../en/" + path), "not in the other language");
    });
  }

  it("finds the sentences that name somebody in either script", async () => {
    for (const query of ["Mustang Panda", "ムスタング・パンダ", "むすたんぐ・ぱんだ", "mustang panda"]) {
      const marks = (await results(query)).flatMap((r) => r.marks);
      assert.ok(marks.includes("ムスタング・パンダ") && marks.includes("Mustang Panda"), query + ": " + marks.slice(0, 9));
    }
    const exact = (await results('"Mustang Panda"')).flatMap((r) => r.marks);
    assert.deepEqual(Array.from(new Set(exact.map((m) => m.toLowerCase()))), ["mustang panda"]);
  });

  it("wants every word, and phrases as they stand", async () => {
    const [one, both] = [await results("PlugX"), await results("PlugX ムスタング・パンダ")];
    assert.ok(both.length > 0);
    const first = await page.textContent("[data-status]");
    await results("PlugX");
    assert.ok(parseInt(await page.textContent("[data-status]")) > parseInt(first), "AND does not narrow");
    assert.ok(one.length >= both.length);
    assert.ok((await results('"botnet of"', { at: "en" })).every((r) => r.marks.some((m) => /^botnet[\s-]of$/i.test(m))));
    assert.deepEqual(await results('"Panda Mustang"'), []);
    assert.deepEqual(await results("PlugX 存在しない語句"), []);
  });

  it("puts whole words before parts of longer ones", async () => {
    const [first] = await results("NSA", { at: "en", lang: "en" });
    assert.equal(first.href, "organizations/nsa.html");
    for (const r of (await results("NSA", { at: "en", lang: "en", kind: "article" })).slice(0, 2)) {
      assert.ok(r.marks.some((m) => m === "NSA" || m.includes("National Security Agency")), r.text);
    }
  });

  it("leads to the sentence", async () => {
    const found = await results("ムスタング・パンダ", { kind: "article", lang: "ja" });
    const line = found.flatMap((r) => r.lines).find((h) => /#s\d+$/.test(h));
    await page.click(`a[href="${line}"]`);
    await page.waitForURL((url) => url.href.endsWith(line));
    const sentence = page.locator("#" + line.split("#")[1]);
    assert.match(await sentence.textContent(), /ムスタング・パンダ|PlugX/);
    assert.equal(await sentence.isVisible(), true);
  });

  it("filters by kind, year and language, and keeps that in the address", async () => {
    await results("PlugX", { lang: "ja" });
    await page.selectOption("#kind", "act");
    await page.selectOption("#year", "2025");
    await page.waitForURL(/kind=act.*year=2025/);
    let found = await listed();
    assert.ok(found.length > 0 && found.every((r) => /^timeline(\/\d+)?\.html#/.test(r.href) && r.text.includes("2025年")), JSON.stringify(found.slice(0, 2)));
    await page.check('input[name="lang"][value="en"]');
    await page.waitForURL(/lang=en/);
    found = await listed();
    assert.ok(found.length > 0 && found.every((r) => r.lang === "en"));
    await page.goto(page.url());
    assert.deepEqual(await listed(), found, "the address does not bring it back");
    await page.click('header a[hreflang="en"]');
    await page.waitForURL((url) => url.pathname.endsWith("/en/search.html") && url.search.includes("q=PlugX"));
    const there = await listed();
    assert.deepEqual(there.map((r) => r.href), found.map((r) => r.href.replace("../en/", "")));
  });

  it("says that pages without a date are left out while a year is chosen", async () => {
    const said = async () => (await page.textContent("[data-status]")).includes("日付を持たない");
    const all = await results("PlugX");
    assert.ok(all.some((r) => r.href.endsWith("malware/plugx.html")) && !(await said()));
    const some = await results("PlugX", { year: "2025" });
    assert.ok(some.length > 0 && !some.some((r) => /^(\.\.\/en\/)?(malware|organizations|people)\//.test(r.href)), some.map((r) => r.href).join());
    assert.ok(await said(), "with results");
    assert.deepEqual(await results("PlugX", { year: "2025", kind: "malware" }), []);
    assert.ok(await said(), "with none");
    await results("PlugX", { year: "2025", kind: "article" });
    assert.equal(await said(), false, "articles all have dates");
  });

  it("offers the other language where this one has nothing", async () => {
    assert.deepEqual(await results('"according to"', { lang: "ja" }), []);
    await page.click("[data-status] button");
    await page.waitForSelector("[data-results] > li");
    assert.equal(await page.inputValue('input[name="lang"]:checked'), "both");
  });

  it("leaves an input method alone", async () => {
    await page.goto(home() + "ja/search.html");
    const enter = await page.evaluate(() => {
      const q = document.getElementById("q"), key = (init) => q.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init }));
      q.focus();
      q.dispatchEvent(new CompositionEvent("compositionstart"));
      q.value = "しほう";
      q.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
      return [key({ isComposing: true }), key({ keyCode: 229 }), key({})];
    });
    assert.deepEqual(enter, [false, false, true], "Enter that confirms a conversion is not to search");
    await page.waitForTimeout(400);
    assert.equal(await page.locator("[data-results] > li").count(), 0, "it searched before the conversion was confirmed");
    await page.evaluate(() => {
      document.getElementById("q").value = "司法省";
      document.getElementById("q").dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    });
    await page.waitForSelector("[data-results] > li");
  });

  it("is reached by / from anywhere, unless that is typed, composed or switched off", async () => {
    const focused = () => page.evaluate(() => document.activeElement.name === "q");
    await page.goto(home() + "ja/timeline.html");
    await page.keyboard.press("/");
    assert.equal(await focused(), true);
    await page.keyboard.type("a/b");
    assert.equal(await page.inputValue("#find"), "a/b");
    await page.goto(home() + "ja/actors/index.html");
    await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", isComposing: true, bubbles: true })));
    assert.equal(await focused(), false, "during the conversion of an input method");
    await page.keyboard.press("Control+/");
    assert.equal(await focused(), false, "with Control");
    await page.goto(home() + "ja/search.html");
    await page.uncheck("[data-slash]");
    await page.goto(home() + "en/timeline.html");
    await page.keyboard.press("/");
    assert.equal(await focused(), false, "though switched off");
    await page.goto(home() + "en/search.html");
    await page.check("[data-slash]");
    await page.goto(home() + "ja/about.html");
    await page.keyboard.press("/");
    assert.equal(await focused(), true, "though switched on again");
  });

  it("is asked from the head of every page", async () => {
    await page.goto(home() + "en/actors/mustang-panda.html");
    await page.fill("#find", "司法省");
    await page.press("#find", "Enter");
    await page.waitForURL(/en\/search\.html\?q=/);
    assert.ok((await listed()).length > 0);
  });

  it("complained of nothing", () => assert.deepEqual(complaints, []));
});
