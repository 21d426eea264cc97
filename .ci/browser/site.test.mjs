// The finished tree as a reader meets it: in Chromium, opened from the disk and from a
// server under a sub-path. No message on the console, nothing fetched from outside the
// tree, nothing that the policy of the page had to block.
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

// Of each folder of each language, the index and the first two pages.
function someOfEachKind() {
  const taken = new Map();
  return pages.filter((p) => {
    const folder = p.slice(0, p.lastIndexOf("/") + 1);
    taken.set(folder, (taken.get(folder) ?? 0) + 1);
    return p.endsWith("index.html") || folder.split("/").length < 3 || taken.get(folder) <= 2;
  });
}

function articlesOf(lang) {
  return pages.filter((p) => p.startsWith(`${lang}/articles/`) && !p.endsWith("index.html"));
}

// visit opens pages on a phone of 320 pixels and says what was wrong with them.
async function visit(home, paths) {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const complaints = [];
  let at = "";
  page.on("console", (m) => complaints.push(`${at}: console: ${m.text()}`));
  page.on("pageerror", (e) => complaints.push(`${at}: error: ${e.message}`));
  page.on("requestfailed", (r) => {
    // Chromium drops the icon when the next page comes before it is drawn.
    if (r.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`${at}: failed: ${r.url()} ${r.failure()?.errorText}`);
  });
  page.on("request", (r) => {
    if (!r.url().startsWith(home) && !r.url().startsWith("data:")) complaints.push(`${at}: outside: ${r.url()}`);
  });
  for (at of paths) {
    await page.goto(home + at, { waitUntil: "load" });
    const seen = await page.evaluate(() => ({
      headings: document.querySelectorAll("h1").length,
      width: document.documentElement.scrollWidth,
    }));
    if (seen.headings !== (at === "index.html" || at === "404.html" ? seen.headings : 1)) complaints.push(`${at}: ${seen.headings} main headings`);
    if (seen.width > 320) complaints.push(`${at}: ${seen.width} pixels wide on a phone of 320`);
  }
  await page.close();
  return complaints;
}

const homes = {
  "from the disk": () => pathToFileURL(tree + sep).href,
  "from a server under a sub-path": () => `http://127.0.0.1:${server.address().port}${base}`,
};

for (const [where, home] of Object.entries(homes)) {
  describe(where, () => {
    it("opens pages of every kind without a complaint, on a phone too", async () => {
      assert.ok(pages.length > 20, `only ${pages.length} pages`);
      const paths = where === "from the disk" ? pages : someOfEachKind();
      const halves = [paths.filter((_, i) => i % 2 === 0), paths.filter((_, i) => i % 2 === 1)];
      const complaints = await Promise.all(halves.map((half) => visit(home(), half)));
      assert.deepEqual(complaints.flat().slice(0, 30), []);
    });

    it("keeps the page when the language is switched", async () => {
      const page = await browser.newPage();
      for (const at of ["ja/timeline.html", "ja/actors/index.html", "ja/about.html"]) {
        await page.goto(home() + at);
        await page.locator('header a[hreflang="en"]').first().click();
        await page.waitForURL(home() + at.replace("ja/", "en/"));
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
      }
      await page.close();
    });

    it("leads from an act to its sentence", async () => {
      const page = await browser.newPage();
      for (const lang of ["ja", "en"]) {
        await page.goto(`${home()}${lang}/timeline.html`);
        const link = page.locator('main a[href*="articles/"][href*="#s"]').first();
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
      await page.goto(home() + articles[0]);
      assert.deepEqual(await visible(), [true, true]);
      await page.locator('[data-readbar] input[value="en"]').check({ force: true });
      assert.deepEqual(await visible(), [false, true]);
      await page.locator('[data-readbar] input[value="ja"]').check({ force: true });
      assert.deepEqual(await visible(), [true, false]);
      await page.goto(home() + articles[1]);
      assert.deepEqual(await visible(), [true, false]);

      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const first = await paper();
      for (let i = 0; i < 3 && (await paper()) === first; i++) await page.locator("[data-theme-button]").first().click();
      const chosen = await paper();
      assert.notEqual(chosen, first, "the theme does not change");
      await page.goto(home() + articles[0]);
      assert.equal(await paper(), chosen);
      await context.close();
    });

    it("can be read without scripts", async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(home() + articlesOf("ja")[0]);
      for (const column of [".c-ja", ".c-en"]) {
        assert.equal(await page.locator(column).first().isVisible(), true, column);
      }
      await page.goto(home() + "ja/timeline.html");
      assert.ok((await page.locator("main time:visible").count()) > 10);
      await context.close();
    });
  });
}
