// Reading: what a reader sets and finds set on the next page, copying a citation, the keyboard, an input method, motion.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { articles, home, launch, list, ofEachKind, serve, watch } from "./lib.mjs";

const base = "/archive/";
let browser, server, pages;
const complaints = [];

before(async () => {
  pages = await list();
  browser = await launch();
  server = await serve(base);
});
after(async () => {
  await browser?.close();
  server?.close();
});

// open opens a page in a context of its own, with nothing set.
async function open(root, at, options) {
  const context = await browser.newContext(options), page = await context.newPage();
  page.setDefaultTimeout(20000);
  watch(page, complaints, root);
  await page.goto(root + at);
  return page;
}

const homes = {
  "from the disk": () => home(),
  "from a server under a sub-path": () => `http://127.0.0.1:${server.address().port}${base}`,
};

for (const [where, root] of Object.entries(homes)) {
  describe(`what is set, ${where}`, () => {
    // next leads to another article as a reader goes there: by a click on a link
    const next = async (page, path) => {
      await page.evaluate((href) => { const a = document.createElement("a"); a.href = href; a.id = "next"; a.textContent = "next"; document.querySelector("main").prepend(a); }, root() + path);
      await page.click("#next");
      await page.waitForURL(root() + path);
    };

    it("furigana: readings over the kanji, on the next page too, and off again", async () => {
      const [one, other] = articles(pages, "ja"), page = await open(root(), one);
      const text = await page.$eval(".c-ja p:not(.ednote-h)", (p) => p.textContent);
      assert.equal(await page.locator("ruby.made").count(), 0);
      await page.check('[name="furigana"]', { force: true });
      await page.waitForSelector(".c-ja ruby.made rt:visible");
      const made = await page.$$eval("ruby.made", (list) => list.map((r) => [r.firstChild.textContent, r.querySelector("rt").textContent]));
      assert.ok(made.length > 50, `only ${made.length} readings`);
      assert.deepEqual(made.filter(([kanji, kana]) => !/^[\p{Script=Han}々〆ヶ]+$/u.test(kanji) || !/^[ぁ-ゖー]+$/.test(kana)), [], "not kana over kanji");
      assert.ok(made.some(([kanji, kana]) => kanji === "作戦" && kana === "さくせん"), "作戦 is not read");
      assert.equal(await page.$eval(".c-ja p:not(.ednote-h)", (p) => { const c = p.cloneNode(true); c.querySelectorAll("rt").forEach((r) => r.remove()); return c.textContent; }), text, "the text has changed");
      await next(page, other);
      await page.waitForSelector(".c-ja ruby.made rt:visible");
      assert.equal(await page.isChecked('[name="furigana"]'), true);
      await page.uncheck('[name="furigana"]', { force: true });
      assert.equal(await page.locator("ruby.made rt:visible").count(), 0);
      await next(page, one);
      assert.equal(await page.locator("ruby.made rt:visible").count(), 0);
      await page.context().close();
    });

    it("values of dates: beside the words, on the next page too, and off again", async () => {
      const [one, other] = articles(pages, "ja"), page = await open(root(), one);
      const values = () => page.$$eval(".pairs time, .pairs [data-edtf]", (list) => list.map((d) => getComputedStyle(d, "::after").content).filter((c) => /\d{4}/.test(c)));
      assert.deepEqual(await values(), []);
      await page.check('[name="dates"]', { force: true });
      const seen = await values();
      assert.ok(seen.length > 5, `only ${seen.length} values`);
      await next(page, other);
      assert.ok((await values()).length > 3, "gone on the next page");
      await page.uncheck('[name="dates"]', { force: true });
      assert.deepEqual(await values(), []);
      await next(page, one);
      assert.deepEqual(await values(), []);
      await page.context().close();
    });

    it("one language or both, and the scheme of colours", async () => {
      const [one, other] = articles(pages, "en"), page = await open(root(), one);
      const visible = async () => [await page.locator(".c-ja").first().isVisible(), await page.locator(".c-en").first().isVisible()];
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.deepEqual(await visible(), [true, true]);
      for (const [value, want] of [["ja", [true, false]], ["en", [false, true]], ["both", [true, true]], ["ja", [true, false]]]) {
        await page.check(`[data-readbar] input[value="${value}"]`, { force: true });
        assert.deepEqual(await visible(), want, value);
      }
      const colours = new Set([await paper()]);
      for (let i = 0; i < 2; i++) { await page.click("[data-theme-button]"); colours.add(await paper()); }
      assert.equal(colours.size, 2, "neither light nor dark is another than the system's");
      const dark = await paper(), words = await page.textContent("[data-theme-button]");
      await next(page, other);
      assert.deepEqual([await paper(), await page.textContent("[data-theme-button]")], [dark, words]);
      assert.deepEqual(await visible(), [true, false]);
      // a link to a sentence in the language that is hidden shows both
      await page.goto(`${root()}${other}#${await page.$eval(".c-en [id]", (e) => e.id)}`);
      await page.reload();
      assert.deepEqual(await visible(), [true, true]);
      await page.context().close();
    });

    it("citations are copied as they stand: plain, BibTeX and CSL-JSON", async () => {
      const [one] = articles(pages, "ja"), page = await open(root(), one, { permissions: ["clipboard-read", "clipboard-write"] });
      await page.$$eval(".cite details", (list) => list.forEach((d) => { d.open = true; }));
      const boxes = await page.$$eval(".cite [data-copy]", (list) => list.map((e) => e.textContent)), copied = [];
      for (let i = 0; i < boxes.length; i++) {
        const button = page.locator(".cite [data-copy] + button").nth(i), before = await button.textContent();
        await button.click();
        await page.waitForFunction(([i, was]) => document.querySelectorAll(".cite [data-copy] + button")[i].textContent !== was, [i, before]);
        copied.push(await page.evaluate(() => navigator.clipboard.readText()));
      }
      assert.deepEqual(copied, boxes);
      assert.equal(boxes.length, 4);
      assert.match(boxes[2], /^@misc\{[\w-]+,\n[\s\S]*title = [\s\S]*\}$/);
      const [item] = JSON.parse(boxes[3]);
      assert.deepEqual([item.type, item.language, item.issued["date-parts"][0].length], ["webpage", "ja", 3]);
      await page.context().close();
    });
  });
}

describe("with the keyboard", () => {
  it("the first stop leads past the head to the text", async () => {
    for (const at of ["ja/index.html", "en/timeline.html", articles(pages, "ja")[0], "ja/actors/index.html"]) {
      const page = await open(home(), at);
      await page.keyboard.press("Tab");
      const skip = page.locator(":focus");
      assert.equal(await skip.getAttribute("href"), "#main", at);
      assert.equal(await skip.evaluate((e) => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.left >= 0 && r.height > 20; }), true, `${at}: it cannot be seen`);
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "main", at);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.closest("#main") !== null || !document.querySelector("#main a, #main button, #main input")), true, `${at}: not in the text`);
      await page.context().close();
    }
  });

  it("/ leads to the search, and Escape back to where one was", async () => {
    const page = await open(home(), "ja/timeline.html"), on = () => page.evaluate(() => document.activeElement.id || document.activeElement.getAttribute("href"));
    await page.focus(".lanes a[data-f]");
    const was = await on();
    await page.keyboard.press("/");
    assert.equal(await on(), "find");
    await page.keyboard.type("PlugX");
    await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 229, bubbles: true })));
    assert.equal(await on(), "find", "Escape was meant for the input method");
    await page.keyboard.press("Escape");
    assert.equal(await on(), was);
    assert.equal(await page.inputValue("#find"), "PlugX");
    await page.context().close();
  });

  it("whatever is focused shows it, on a page of every kind", async () => {
    const page = await open(home(), "ja/index.html"), kinds = (await ofEachKind(pages)).filter((p) => p.startsWith("ja/")), wrong = [];
    for (const at of kinds) {
      await page.goto(home() + at);
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press("Tab");
        const plain = await page.evaluate(() => {
          const e = document.activeElement, s = getComputedStyle(e), label = e.closest("label");
          const drawn = (x) => x && getComputedStyle(x).outlineStyle !== "none" && parseFloat(getComputedStyle(x).outlineWidth) > 1;
          return e === document.body || drawn(e) || drawn(label) || s.outlineStyle === "auto" ? null : e.outerHTML.slice(0, 120);
        });
        if (plain) wrong.push(`${at}: ${plain}`);
      }
    }
    assert.deepEqual(wrong, []);
    await page.context().close();
  });
});

describe("an input method", () => {
  // the field is composed in as an input method does it, through the browser
  for (const [where, at, field] of [["the search page", "ja/search.html", "#q"], ["the head of a page", "ja/timeline.html", "#find"]]) {
    it(`is left alone on ${where} until it has made up its mind`, async () => {
      const page = await open(home(), at), client = await page.context().newCDPSession(page), address = page.url();
      const enter = (key) => ["rawKeyDown", "keyUp"].reduce((done, type) => done.then(() => client.send("Input.dispatchKeyEvent", { type, key: "Enter", code: "Enter", ...key })), Promise.resolve());
      await page.focus(field);
      await client.send("Input.imeSetComposition", { text: "しほうしょう", selectionStart: 6, selectionEnd: 6 });
      assert.equal(await page.inputValue(field), "しほうしょう");
      await page.waitForTimeout(400);
      assert.equal(page.url(), address, "it searched while the reader was composing");
      await enter({ windowsVirtualKeyCode: 229 });
      await client.send("Input.imeSetComposition", { text: "司法省", selectionStart: 3, selectionEnd: 3 });
      await client.send("Input.insertText", { text: "司法省" });
      await page.waitForTimeout(50);
      if (field === "#find") assert.equal(page.url(), address, "the Enter that ends a composition sent the form");
      assert.equal(await page.inputValue(field), "司法省");
      await page.press(field, "Enter");
      await page.waitForURL(/search\.html\?q=/);
      await page.waitForSelector("[data-results] > li");
      await page.context().close();
    });
  }
});

describe("motion", () => {
  it("stands still for whoever wants that", async () => {
    const moving = (page) => page.evaluate(() => {
      const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
      const out = [document.documentElement, ...document.querySelectorAll("body *")].filter((e) => { const s = getComputedStyle(e); return s.scrollBehavior === "smooth" || seconds(s.transitionDuration) > 0 || s.animationName !== "none" && seconds(s.animationDuration) > 0; });
      const rules = Array.from(document.styleSheets).flatMap((s) => { try { return Array.from(s.cssRules); } catch { return []; } });
      return out.map((e) => e.tagName).concat(rules.filter((r) => r.constructor.name === "CSSViewTransitionRule").map((r) => r.cssText));
    });
    const root = homes["from a server under a sub-path"]();
    for (const at of ["ja/index.html", "ja/timeline.html", articles(pages, "en")[0], "en/search.html"]) {
      const page = await open(root, at, { reducedMotion: "reduce" });
      assert.deepEqual(await moving(page), [], at);
      await page.emulateMedia({ reducedMotion: "no-preference" });
      assert.deepEqual(await moving(page), ["HTML"], `${at}: the test sees no motion where there is some`);
      await page.context().close();
    }
  });
});

it("complained of nothing", () => assert.deepEqual(complaints, []));
