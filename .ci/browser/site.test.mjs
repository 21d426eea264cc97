// The finished tree as a reader meets it: every page in Chromium, opened from the
// disk and from a server under a sub-path. No message on the console, nothing fetched
// from outside the tree, nothing that the policy of the page had to block.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import { chromium } from "playwright-core";

const tree = process.env.TREE;
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json" };
const base = "/archive/";

let browser, server, pages;

async function list(dir) {
  const out = [];
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) out.push(...(await list(path)));
    else if (entry.name.endsWith(".html")) out.push(relative(tree, path).split(sep).join("/"));
  }
  return out.sort();
}

function serve() {
  const s = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      if (!path.startsWith(base) || path.includes("..")) throw new Error("outside");
      const body = await readFile(join(tree, path.slice(base.length)));
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => s.listen(0, "127.0.0.1", () => resolve(s)));
}

before(async () => {
  pages = await list(tree);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  server = await serve();
});
after(async () => {
  await browser?.close();
  server?.close();
});

const homes = {
  "from the disk": () => pathToFileURL(tree + sep).href,
  "from a server under a sub-path": () => `http://127.0.0.1:${server.address().port}${base}`,
};

for (const [where, home] of Object.entries(homes)) {
  describe(where, () => {
    it("opens every page without a complaint", async () => {
      assert.ok(pages.length > 20, `only ${pages.length} pages`);
      const page = await browser.newPage();
      const complaints = [];
      let at = "";
      page.on("console", (m) => complaints.push(`${at}: console: ${m.text()}`));
      page.on("pageerror", (e) => complaints.push(`${at}: error: ${e.message}`));
      page.on("requestfailed", (r) => complaints.push(`${at}: failed: ${r.url()}`));
      page.on("request", (r) => {
        if (!r.url().startsWith(home()) && !r.url().startsWith("data:")) complaints.push(`${at}: outside: ${r.url()}`);
      });
      for (at of pages) {
        await page.goto(home() + at, { waitUntil: "load" });
        if ((await page.locator("h1").count()) < 1) complaints.push(`${at}: no heading`);
      }
      await page.close();
      assert.deepEqual(complaints, []);
    });

    it("is no wider than a phone of 320 pixels", async () => {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      const wide = [];
      for (const at of pages) {
        await page.goto(home() + at, { waitUntil: "load" });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) wide.push(`${at}: ${width}`);
      }
      await page.close();
      assert.deepEqual(wide, []);
    });

    it("keeps the page when the language is switched", async () => {
      const page = await browser.newPage();
      for (const at of ["ja/timeline.html", "ja/actors/index.html", "ja/about.html"]) {
        await page.goto(home() + at);
        await page.locator('header a[hreflang="en"]').first().click();
        assert.equal(page.url(), home() + at.replace("ja/", "en/"));
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
      }
      await page.close();
    });

    it("leads from an act to its sentence", async () => {
      const page = await browser.newPage();
      for (const lang of ["ja", "en"]) {
        await page.goto(`${home()}${lang}/timeline.html`);
        const link = page.locator('main a[href*="articles/"][href*="#s"]').first();
        const href = await link.getAttribute("href");
        await link.click();
        const id = href.split("#")[1];
        assert.ok(page.url().endsWith("#" + id), page.url());
        assert.equal(await page.locator("#" + id).isVisible(), true);
      }
      await page.close();
    });

    it("keeps the chosen way of reading and theme on the next page", async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const articles = pages.filter((p) => p.startsWith("ja/articles/") && !p.endsWith("index.html"));
      await page.goto(home() + articles[0]);
      const visible = (lang) => page.locator(`.text[lang="${lang}"]`).first().isVisible();
      await page.locator('input[name="mode"][value="en"]').check();
      assert.deepEqual([await visible("ja"), await visible("en")], [false, true]);
      await page.locator('input[name="mode"][value="both"]').check();
      assert.deepEqual([await visible("ja"), await visible("en")], [true, true]);
      await page.locator('input[name="mode"][value="ja"]').check();
      await page.goto(home() + articles[1]);
      assert.deepEqual([await visible("ja"), await visible("en")], [true, false]);

      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const button = page.locator("[data-theme-button]").first();
      const seen = new Set([await paper()]);
      for (let i = 0; i < 3 && seen.size < 2; i++) {
        await button.click();
        seen.add(await paper());
      }
      assert.equal(seen.size, 2, "the theme does not change");
      const chosen = await paper();
      await page.goto(home() + articles[0]);
      assert.equal(await paper(), chosen);
      await context.close();
    });

    it("can be read without scripts", async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const article = pages.find((p) => p.startsWith("ja/articles/") && !p.endsWith("index.html"));
      await page.goto(home() + article);
      for (const lang of ["ja", "en"]) {
        assert.equal(await page.locator(`.text[lang="${lang}"]`).first().isVisible(), true, lang);
      }
      await page.goto(home() + "ja/timeline.html");
      assert.ok((await page.locator("main time:visible").count()) > 10);
      await context.close();
    });
  });
}
