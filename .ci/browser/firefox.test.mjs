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
  page.setDefaultTimeout(20000);
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

  it("/ leads to the search, and Escape back", async () => {
    await go("en/timeline.html");
    await page.$eval(".lanes a[data-f]", (a) => a.focus());
    const on = () => page.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.id), was = await on();
    await page.keyboard.press("/");
    assert.equal(await on(), "find");
    await page.keyboard.press("Escape");
    assert.equal(await on(), was);
  });

  it("the filters of the timeline stay in the address, and on the next page", async () => {
    await go("ja/timeline.html");
    const seen = () => page.$$eval("[data-f]", (list) => list.filter((e) => e.getClientRects().length > 0).map((e) => e.getAttribute("data-f").split(" ")));
    const all = await seen();
    for (const [name, value] of [["actor", "mustang-panda"], ["country", "us"], ["year", "2025"]]) {
      await page.select(`select[name=${name}]`, value);
      const left = await seen();
      assert.ok(left.length > 0 && left.length < all.length && left.every((words) => words.includes(value)), `${name}=${value}: ${left.length} of ${all.length}`);
      assert.match(page.url(), new RegExp(`[?&]${name}=${value}`));
    }
    const some = await seen();
    await page.goto(page.url());
    assert.deepEqual(await seen(), some, "the address does not bring it back");
    await page.$eval('[data-year="2025"] a', (a) => a.click());
    await page.waitForFunction(() => /timeline\/2025\.html$/.test(location.pathname));
    // What the driver knows of the address may still be that of the page before.
    assert.match(await page.evaluate(() => location.href), /\?actor=mustang-panda&country=us$/);
    assert.ok((await seen()).every((words) => words.includes("mustang-panda") && words.includes("us")));
  });

  it("furigana and values of dates stay as they were set on the next page", async () => {
    const readings = () => page.$$eval(".c-ja ruby.made rt", (list) => list.filter((e) => e.getClientRects().length > 0).length);
    const values = () => page.$$eval(".pairs :is(time, [data-edtf])", (list) => list.filter((e) => /\d{4}/.test(e.getAttribute("data-shown")) && !/^(none|normal)$/.test(getComputedStyle(e, "::after").content)).length);
    const set = (name) => page.evaluate((n) => document.querySelector(`[data-readbar] input[name="${n}"]`).click(), name);
    await go(articles[0]);
    assert.deepEqual([await readings(), await values()], [0, 0]);
    await set("furigana");
    await set("dates");
    for (const at of articles.slice(0, 2)) {
      await go(at);
      await page.waitForSelector(".c-ja ruby.made rt");
      assert.ok((await readings()) > 20 && (await values()) > 3, at);
    }
    await set("furigana");
    await set("dates");
    await go(articles[0]);
    assert.deepEqual([await readings(), await values()], [0, 0]);
  });

  it("a citation is copied", async () => {
    await go(articles[0]);
    await page.click(".cite [data-copy] + button");
    await page.waitForFunction(() => document.querySelector(".cite [data-copy] + button").textContent === document.querySelector(".cite").dataset.done);
    await page.focus("#find");
    await page.keyboard.down("Control");
    await page.keyboard.press("v");
    await page.keyboard.up("Control");
    assert.equal(await page.$eval("#find", (e) => e.value), await page.$eval(".cite [data-copy]", (e) => e.textContent));
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
