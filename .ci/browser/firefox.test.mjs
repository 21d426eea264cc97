// Search and toggles in Firefox, from the disk. Its driver lets files read each other, which no reader's
// Firefox does: that is put back.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import puppeteer from "puppeteer-core";
import { home, list } from "./lib.mjs";

let browser, page, articles;
const complaints = [];

before(async () => {
  articles = (await list()).filter((p) => /^ja\/articles\/(?!index)/.test(p));
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "browser.shell.checkDefaultBrowser": false },
  });
  page = await browser.newPage();
  page.setDefaultTimeout(10000);
  page.on("console", (m) => complaints.push(`${page.url()}: console: ${m.text()}`));
  page.on("pageerror", (e) => complaints.push(`${page.url()}: error: ${e.message}`));
});
after(() => browser?.close());

const go = (at) => page.goto(home() + at);

describe("in Firefox", () => {
  it("files may not read each other", async () => {
    await go("ja/index.html");
    assert.equal(await page.evaluate(() => new Promise((done) => {
      const frame = document.createElement("iframe");
      frame.onload = () => { try { done(frame.contentDocument !== null); } catch { done(false); } };
      frame.src = "timeline.html";
      document.body.append(frame);
    })), false, "the test would see what no reader sees");
    complaints.length = 0; // the policy of the page speaks of the frame
  });

  it("the search finds, filters and leads to a sentence", async () => {
    for (const [query, path] of [["しほうしょう", "organizations/us-doj.html"], ["shihosho", "organizations/us-doj.html"], ["Mustang Panda", "actors/mustang-panda.html"], ["ﾑｽﾀﾝｸﾞ･ﾊﾟﾝﾀﾞ", "actors/mustang-panda.html"]]) {
      await go("ja/search.html?lang=both&q=" + encodeURIComponent(query));
      await page.waitForSelector("[data-results] > li");
      const found = await page.$$eval("[data-results] .row-t a", (links) => links.slice(0, 3).map((a) => a.getAttribute("href")));
      assert.ok(found.includes(path), `${query}: ${found}`);
    }
    await page.select("#kind", "article");
    await page.waitForFunction(() => location.search.includes("kind=article"));
    await page.waitForSelector('[data-results] .ev a[href*="#s"]');
    const href = await page.$eval('[data-results] .ev a[href*="#s"]', (a) => a.href);
    await page.click('[data-results] .ev a[href*="#s"]');
    await page.waitForFunction((h) => location.href === h, {}, href);
  });

  it("the form in the head of a page leads to the search", async () => {
    await go("en/timeline.html");
    await page.keyboard.press("/");
    await page.keyboard.type("PlugX");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-results] > li");
    assert.match(page.url(), /en\/search\.html\?q=PlugX/);
  });

  it("theme, way of reading and the / key stay as they were set on the next page", async () => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await go(articles[0]);
    const first = await paper();
    for (let i = 0; i < 3 && (await paper()) === first; i++) await page.click("[data-theme-button]");
    const chosen = await paper();
    assert.notEqual(chosen, first, "the theme does not change");
    await page.evaluate(() => document.querySelector('[data-readbar] input[value="ja"]').click());
    await go("ja/search.html");
    await page.evaluate(() => document.querySelector("[data-slash]").click());
    await go(articles[1]);
    assert.equal(await paper(), chosen);
    assert.equal(await page.$eval(".c-en", (e) => e.getClientRects().length), 0);
    await page.keyboard.press("/");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "find");
  });

  it("nothing was complained of", () => assert.deepEqual(complaints, []));
});
