// A site that has an address: 404.html answers at any depth below it, and old addresses lead on, with their fragment.
// The browser is told that the address is this tree; nothing leaves the machine.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { after, before, it } from "node:test";
import { home, launch, output } from "./lib.mjs";

const address = "https://example.org/deep/archive/";
const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png" };
const article = (lang, title, text) => `+++\ntitle = "${title}"\npublished = "2024-05-01"\nsummary = "${title}"\n${lang === "ja" ? 'moved = ["old-quay"]\n' : ""}+++\n\n${text}\n`;
let dir, browser;

before(async () => {
  dir = await mkdtemp(join(tmpdir(), "jikenbo-web-"));
  const quay = join(dir, "content/articles/quay");
  await mkdir(quay, { recursive: true });
  await writeFile(join(quay, "ja.md"), article("ja", "岸壁", "警察は5月1日、灯台を調べた。船は港を出た。"));
  await writeFile(join(quay, "en.md"), article("en", "Quay", "Police searched a lighthouse on 1 May. A ship left the harbour."));
  const { code, err } = await output("env", ["-C", dir, resolve("../../bin/jikenbo"), "build", "-q", "--strict", "--site-url", address]);
  assert.equal(code, 0, err);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  if (dir) await rm(dir, { recursive: true });
});

// open returns a page for which the address is the tree, and what it asked for.
async function open() {
  const page = await browser.newPage(), asked = [];
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.protocol === "file:") return route.continue();
    asked.push(url.href);
    const file = join(dir, "public", url.href.startsWith(address) ? url.pathname.slice(new URL(address).pathname.length) : "404.html");
    const found = await readFile(file).catch(() => null);
    const body = found ?? (await readFile(join(dir, "public/404.html")));
    return route.fulfill({ status: found ? 200 : 404, body, contentType: types[found ? extname(file) : ".html"] ?? "application/octet-stream" });
  });
  return { page, asked };
}

it("shows the way back from any depth, with its style", async () => {
  for (const at of ["nothing", "nothing.html", "ja/actors/nobody.html", "a/b/c/d/e/f.html", "ja/articles/quay.html/"]) {
    const { page, asked } = await open();
    const answer = await page.goto(address + at);
    assert.equal(answer.status(), 404, at);
    for (const lang of ["ja", "en"]) assert.equal(await page.locator(`section[lang=${lang}] .enter`).count(), 1, `${at}: no way back in ${lang}`);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("section")).fontFamily !== "" && document.styleSheets[0]?.cssRules.length > 50), true, `${at}: no style`);
    assert.deepEqual(asked.filter((u) => !u.startsWith(address)), []);
    await page.locator("section[lang=en] .enter").click();
    await page.waitForURL(address + "en/index.html");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.close();
  }
});

for (const [where, root] of Object.entries({ "at its address": () => address, "from the disk": () => home(join(dir, "public")) })) {
  it(`leads on from an old address, with the fragment, ${where}`, async () => {
    const { page } = await open();
    for (const lang of ["ja", "en"]) {
      await page.goto(`${root()}${lang}/articles/old-quay.html#s2`);
      await page.waitForURL(`${root()}${lang}/articles/quay.html#s2`);
      assert.equal(await page.locator(":target").count(), 1, "the fragment leads nowhere");
    }
    await page.close();
  });
}
