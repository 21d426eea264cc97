// Every kind of page in both languages, light and dark, as axe sees it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { home, launch, list, ofEachKind, share } from "./lib.mjs";

let browser, axe, kinds;

before(async () => {
  browser = await launch();
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  kinds = await ofEachKind(await list());
});
after(() => browser?.close());

// violations runs axe on a page, and says how many of its rules applied and held.
async function violations(page) {
  await page.evaluate(axe + ";0");
  return page.evaluate(async () => {
    const found = await axe.run({ resultTypes: ["violations"] });
    return {
      held: found.passes.length,
      broken: found.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.any[0]?.message ?? ""}`)),
    };
  });
}

describe("accessibility", () => {
  it("is looked at by a checker that finds something", async () => {
    const page = await browser.newPage();
    await page.goto(home() + "ja/index.html");
    await page.evaluate(() => document.querySelector("main").append(document.createElement("button")));
    assert.match((await violations(page)).broken.join(), /button-name/);
    await page.close();
  });

  // every kind of page in both schemes, on a desk and on a phone: in one language the one way round, in the other the other
  const [desk, phone] = [1280, 360], ways = { ja: [[desk, "light"], [phone, "dark"]], en: [[desk, "dark"], [phone, "light"]] };
  it("has no violation, light and dark, wide and narrow", async () => {
    const seen = [], open = [await browser.newPage(), await browser.newPage()];
    await share(kinds, open, async (at, page) => {
      await page.goto(home() + at);
      for (const [width, colorScheme] of at.startsWith("ja/") ? ways.ja : at.startsWith("en/") ? ways.en : [...ways.ja, ...ways.en]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const { held, broken } = await violations(page);
        assert.ok(held > 10, `${at}: only ${held} rules applied`);
        seen.push(...broken.map((b) => `${at}, ${colorScheme}, ${width} pixels: ${b}`));
      }
    });
    await Promise.all(open.map((p) => p.close()));
    const kindsOf = (lang) => kinds.filter((p) => p.startsWith(lang)).map((p) => p.slice(3).replace(/[^/]*\.html$/, (f) => (p.split("/").length > 2 && f !== "index.html" ? "" : f))).sort();
    assert.ok(kinds.length > 30 && kindsOf("ja/").join() === kindsOf("en/").join(), "not every kind was seen in both languages");
    assert.deepEqual(seen, []);
  });

  it("has no violation in the results of a search, and in an article read in one language", async () => {
    const page = await browser.newPage();
    await page.goto(home() + "ja/search.html?lang=both&q=" + encodeURIComponent("司法省"));
    await page.waitForSelector("[data-results] > li");
    assert.deepEqual((await violations(page)).broken, []);
    await page.goto(home() + kinds.find((p) => /^ja\/articles\/(?!index)/.test(p)));
    await page.locator('[data-readbar] input[value="en"]').check({ force: true });
    assert.deepEqual((await violations(page)).broken, []);
    await page.close();
  });
});
