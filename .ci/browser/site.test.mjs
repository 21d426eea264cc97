// The finished tree as a reader meets it: in Chromium, opened from the disk and from a
// server under a sub-path. No message on the console, nothing fetched from outside the
// tree, nothing that the policy of the page had to block.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { articles, home, launch, list, serve, share, watch } from "./lib.mjs";

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

// years returns the pages of the timeline's years.
function years(lang) {
  return pages.filter((p) => p.startsWith(`${lang}/timeline/`));
}

// look is what is looked at in a page; judge says what is wrong with it.
const look = (d) => ({ headings: d.querySelectorAll("h1").length, width: d.documentElement.scrollWidth, js: d.documentElement.classList.contains("js") });
function judge(at, seen, width) {
  const wrong = [];
  if (seen.headings !== 1) wrong.push(`${at}: ${seen.headings} main headings`);
  if (seen.width > width) wrong.push(`${at}: ${seen.width} pixels wide on a screen of ${width}`);
  if (!seen.js) wrong.push(`${at}: its scripts did not run`);
  return wrong;
}

// visit goes to pages, three at a time, and says what was wrong with them.
async function visit(root, paths, width) {
  const complaints = [], open = await Promise.all([0, 1, 2].map(() => browser.newPage({ viewport: { width, height: 640 } })));
  for (const page of open) watch(page, complaints, root);
  await share(paths, open, async (at, page) => {
    await page.goto(root + at, { waitUntil: "load" });
    complaints.push(...judge(at, await page.evaluate(`(${look})(document)`), width));
  });
  await Promise.all(open.map((p) => p.close()));
  return complaints;
}

// frame does the same in frames of a page of the same server, which may look into them: it costs a third.
async function frame(root, paths, width) {
  const complaints = [], page = await browser.newPage({ viewport: { width: width + 100, height: 640 } });
  await page.route(root + "frames", (route) => route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>frames</title>" }));
  await page.goto(root + "frames");
  watch(page, complaints, root);
  const seen = await page.evaluate(async ({ root, paths, width, look }) => {
    const seen = {}, queue = paths.slice(), judge = (0, eval)(`(${look})`);
    await Promise.all([0, 1, 2].map(async () => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      Object.assign(frame, { width, height: 640 });
      frame.style.border = "0";
      for (let at; (at = queue.shift()); ) {
        await new Promise((done) => { frame.onload = done; frame.src = root + at; });
        seen[at] = judge(frame.contentDocument);
      }
    }));
    return seen;
  }, { root, paths, width, look: String(look) });
  await page.close();
  return complaints.concat(paths.flatMap((at) => judge(at, seen[at], width)));
}

it("is looked at by a test that hears every complaint", async () => {
  const dir = await mkdtemp(join(tmpdir(), "jikenbo-wrong-")), wrong = await serve(base, dir);
  try {
    await writeFile(join(dir, "wrong.js"), 'console.info("talks"); document.body.style.width = "700px"; throw new Error("breaks");');
    await writeFile(join(dir, "wrong.html"), `<!DOCTYPE html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="script-src 'self'"><title>wrong</title>
<body><script>void 0;</script><img src="http://127.0.0.1:9/outside.png" alt=""><link rel="stylesheet" href="missing.css"><script src="wrong.js"></script>`);
    for (const heard of [await visit(home(dir), ["wrong.html"], 320), await frame(`http://127.0.0.1:${wrong.address().port}${base}`, ["wrong.html"], 320)]) {
      for (const what of [/console: talks/, /error: breaks/, /Content Security Policy/, /outside: .*outside\.png/, /missing\.css/, /0 main headings/, /7\d\d pixels wide/, /did not run/]) assert.match(heard.join("\n"), what);
    }
  } finally {
    wrong.close();
    await rm(dir, { recursive: true });
  }
});

const homes = {
  "from the disk": () => home(),
  "from a server under a sub-path": () => `http://127.0.0.1:${server.address().port}${base}`,
};

for (const [where, root] of Object.entries(homes)) {
  describe(where, () => {
    // from the disk on the narrowest phone, from the server on a tablet
    it("opens every page without a complaint, and none has to be scrolled sideways", async () => {
      assert.ok(pages.length > 900, `only ${pages.length} pages`);
      const complaints = await (where === "from the disk" ? visit(root(), pages, 320) : frame(root(), pages, 768));
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
      page.setDefaultTimeout(20000);
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

    it("is searched from the head of a page, and a result leads to its sentence", async () => {
      const complaints = [], page = await browser.newPage();
      page.setDefaultTimeout(20000);
      watch(page, complaints, root());
      await page.goto(root() + "ja/timeline.html");
      await page.keyboard.press("/");
      await page.keyboard.type("shihosho");
      await page.keyboard.press("Enter");
      await page.waitForURL(root() + "ja/search.html?q=shihosho");
      const results = page.locator("[data-results] .row-t a");
      await results.first().waitFor();
      assert.equal(await results.first().getAttribute("href"), "organizations/us-doj.html");
      const line = page.locator('[data-results] .ev:has(mark) a[href*="articles/"][href*="#s"]').nth(1), href = await line.getAttribute("href");
      const said = await line.evaluate((a) => Array.from(a.parentNode.childNodes, (n) => (n === a ? "" : n.textContent)).join("").trim());
      await line.click();
      await page.waitForURL(root() + "ja/" + href);
      const there = await page.textContent("#" + href.split("#")[1]);
      assert.ok(said.includes("司法省") && there.replace(/\s/g, "").includes(said.replace(/\s/g, "")), `${href}: ${said} / ${there}`);
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it("keeps the chosen way of reading and the theme on the next page", async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(20000);
      const [one, other] = articles(pages, "ja");
      const visible = async () => [await page.locator(".c-ja").first().isVisible(), await page.locator(".c-en").first().isVisible()];
      await page.goto(root() + one);
      assert.deepEqual(await visible(), [true, true]);
      await page.locator('[data-readbar] input[value="en"]').check({ force: true });
      assert.deepEqual(await visible(), [false, true]);
      await page.locator('[data-readbar] input[value="ja"]').check({ force: true });
      assert.deepEqual(await visible(), [true, false]);
      await page.goto(root() + other);
      assert.deepEqual(await visible(), [true, false]);

      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const first = await paper();
      for (let i = 0; i < 3 && (await paper()) === first; i++) await page.locator("[data-theme-button]").first().click();
      const chosen = await paper();
      assert.notEqual(chosen, first, "the theme does not change");
      await page.goto(root() + one);
      assert.equal(await paper(), chosen);
      await context.close();
    });

    it("can be read without scripts", async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(root() + articles(pages, "ja")[0]);
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
