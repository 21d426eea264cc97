// The finished tree as a reader meets it: in Chromium, opened from the disk and from a
// server under a sub-path. No message on the console, nothing fetched from outside the
// tree, nothing that the policy of the page had to block.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { halves, home, launch, list, ofEachKind, serve, watch } from "./lib.mjs";

const base = "/archive/";

let browser, server, pages;

before(async () => {
  pages = await list();
  browser = await launch();
  server = await serve(base);
});
after(async () => {
  await browser?.close();
  server?.close();
});

function articlesOf(lang) {
  return pages.filter((p) => p.startsWith(`${lang}/articles/`) && !p.endsWith("index.html"));
}

// years returns the pages of the timeline's years.
function years(lang) {
  return pages.filter((p) => p.startsWith(`${lang}/timeline/`));
}

// visit opens pages on a phone of 320 pixels, two at a time, and says what was wrong with them.
async function visit(root, paths) {
  const complaints = [], open = [];
  for (let n = 0; n < 2; n++) {
    open[n] = await browser.newPage({ viewport: { width: 320, height: 640 } });
    watch(open[n], complaints, root);
    open[n].on("requestfailed", (r) => {
      // Chromium drops the icon when the next page comes before it is drawn.
      if (r.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${r.url()} ${r.failure()?.errorText}`);
    });
  }
  await halves(paths, async (at, n) => {
    await open[n].goto(root + at, { waitUntil: "load" });
    const seen = await open[n].evaluate(() => ({
      headings: document.querySelectorAll("h1").length,
      width: document.documentElement.scrollWidth,
    }));
    if (seen.headings !== (at === "index.html" || at === "404.html" ? seen.headings : 1)) complaints.push(`${at}: ${seen.headings} main headings`);
    if (seen.width > 320) complaints.push(`${at}: ${seen.width} pixels wide on a phone of 320`);
  });
  await Promise.all(open.map((p) => p.close()));
  return complaints;
}

const homes = {
  "from the disk": () => home(),
  "from a server under a sub-path": () => `http://127.0.0.1:${server.address().port}${base}`,
};

for (const [where, root] of Object.entries(homes)) {
  describe(where, () => {
    it("opens pages of every kind without a complaint, on a phone too", async () => {
      assert.ok(pages.length > 20, `only ${pages.length} pages`);
      const complaints = await visit(root(), where === "from the disk" ? pages : await ofEachKind(pages));
      assert.deepEqual(complaints.slice(0, 30), []);
    });

    it("keeps the page when the language is switched", async () => {
      const page = await browser.newPage();
      for (const at of ["ja/timeline.html", "ja/actors/index.html", "ja/about.html"]) {
        await page.goto(root() + at);
        await page.locator('header a[hreflang="en"]').first().click();
        await page.waitForURL(root() + at.replace("ja/", "en/"));
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
      }
      await page.close();
    });

    it("leads from an act to its sentence", async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(5000);
      for (const lang of ["ja", "en"]) {
        await page.goto(root() + years(lang).at(-2));
        const link = page.locator('main a[href*="articles/"][href*="#s"]:visible').first();
        const id = (await link.getAttribute("href")).split("#")[1];
        await link.click();
        await page.waitForURL((url) => url.hash === "#" + id);
        assert.equal(await page.locator("#" + id).isVisible(), true);
      }
      await page.close();
    });

    it("keeps the chosen way of reading and the theme on the next page", async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(5000);
      const articles = articlesOf("ja");
      const visible = async () => [await page.locator(".c-ja").first().isVisible(), await page.locator(".c-en").first().isVisible()];
      await page.goto(root() + articles[0]);
      assert.deepEqual(await visible(), [true, true]);
      await page.locator('[data-readbar] input[value="en"]').check({ force: true });
      assert.deepEqual(await visible(), [false, true]);
      await page.locator('[data-readbar] input[value="ja"]').check({ force: true });
      assert.deepEqual(await visible(), [true, false]);
      await page.goto(root() + articles[1]);
      assert.deepEqual(await visible(), [true, false]);

      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const first = await paper();
      for (let i = 0; i < 3 && (await paper()) === first; i++) await page.locator("[data-theme-button]").first().click();
      const chosen = await paper();
      assert.notEqual(chosen, first, "the theme does not change");
      await page.goto(root() + articles[0]);
      assert.equal(await paper(), chosen);
      await context.close();
    });

    it("can be read without scripts", async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(root() + articlesOf("ja")[0]);
      for (const column of [".c-ja", ".c-en"]) {
        assert.equal(await page.locator(column).first().isVisible(), true, column);
      }
      await page.goto(root() + "ja/timeline.html");
      assert.ok((await page.locator('main a[href*="#"]:visible').count()) > 10);
      await page.goto(root() + years("ja").at(-2));
      assert.ok((await page.locator("main time:visible").count()) > 3);
      await context.close();
    });
  });
}
