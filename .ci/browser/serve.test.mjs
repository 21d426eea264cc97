// An editor's day: jikenbo serve runs, an article is changed, broken and mended, and the pages follow.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import { launch, watch } from "./lib.mjs";

const article = (lang, text, published = "2024-05-01") => `+++\ntitle = "${lang === "ja" ? "岸壁" : "Quay"}"\npublished = "${published}"\nsummary = "x"\n+++\n\n${text}\n`;
let dir, server, browser, axe, complaints;

// run starts the server, and resolves to it with its address.
async function run(port = 0) {
  const child = spawn(resolve("../../bin/jikenbo"), ["serve", "--port", String(port), "--editor", "code"], { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((done) => child.on("exit", (code, signal) => done(code ?? signal)));
  child.stderr.resume();
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /^serving (http:\/\/127\.0\.0\.1:(\d+)\/)/.exec(line);
    if (found) return { child, ended, address: found[1], port: Number(found[2]) };
  }
  throw new Error(`the server ended with ${await ended}`);
}

// save writes a version of the article as editors do: beside it, and moved into its place.
async function save(lang, text, published) {
  const file = join(dir, "content/articles/quay", `${lang}.md`);
  await writeFile(`${file}~`, article(lang, text, published));
  await rename(`${file}~`, file);
}

// open opens a page, of which no complaint may come.
async function open(path) {
  const page = await browser.newPage();
  watch(page, { push: (c) => complaints.push(c) }, server.address);
  await page.goto(server.address + path);
  return page;
}

const shows = (page, text) => page.getByText(text).first().waitFor();
const panel = (page) => page.locator("#jikenbo-live section");

before(async () => {
  dir = await mkdtemp(join(tmpdir(), "jikenbo-serve-"));
  await mkdir(join(dir, "content/articles/quay"), { recursive: true });
  await save("ja", "灯台の一日。");
  await save("en", "A day at the lighthouse.");
  [server, browser] = await Promise.all([run(), launch()]);
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
after(async () => {
  await browser?.close();
  server?.child.kill("SIGKILL");
  if (dir) await rm(dir, { recursive: true });
});

// violations returns what axe finds. The policy of the pages lets no script of others in, so it comes through the debugger.
async function violations(page) {
  await page.evaluate(axe + ";0");
  return page.evaluate(async () => {
    const found = await axe.run({ resultTypes: ["violations"] });
    return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
  });
}

describe("jikenbo serve", () => {
  it("reloads every page when an article is saved", async () => {
    complaints = [];
    const ja = await open("ja/articles/quay.html"), en = await open("en/articles/quay.html");
    await shows(ja, "灯台の一日。");
    await ja.evaluate(() => { window.before = true; });
    await save("ja", "灯台の二日目。");
    await Promise.all([shows(ja, "灯台の二日目。"), shows(en, "灯台の二日目。")]);
    assert.equal(await ja.evaluate(() => window.before), undefined, "the page was not reloaded");
    assert.equal(await panel(ja).count(), 0, "there is a panel without a problem");
    assert.deepEqual(complaints, []);
    await Promise.all([ja.close(), en.close()]);
  });

  it("lays problems over the last good site until they are mended", async () => {
    complaints = [];
    await save("ja", "灯台の二日目。");
    const ja = await open("ja/articles/quay.html"), en = await open("en/articles/quay.html");
    await Promise.all([shows(ja, "灯台の二日目。"), shows(en, "灯台の二日目。")]);
    await save("ja", "灯台の三日目。", "2024-13-01");
    await Promise.all([shows(panel(ja), "問題が1件あります"), shows(panel(en), "1 problem.")]);
    await shows(ja, "灯台の二日目。");
    assert.match(await panel(en).innerText(), /content\/articles\/quay\/ja\.md:3:\d+[^]*there is no month "13"/);
    assert.match(await panel(en).getByText("Open in the editor").getAttribute("href"), /^vscode:\/\/file\/.*\/content\/articles\/quay\/ja\.md:3:\d+$/);
    assert.equal(await ja.locator("#jikenbo-live [role=alert]").textContent(), await panel(ja).locator("summary").textContent());
    const href = await panel(ja).getByText("ja.md:3").getAttribute("href");
    const source = await open(href.slice(1));
    assert.equal(await source.locator("li.here code").innerText(), 'published = "2024-13-01"');
    assert.match(await source.locator("li.here .note").innerText(), /no month/);

    assert.deepEqual(complaints, []);
    for (const page of [ja, en, source]) {
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), [], colorScheme);
      }
    }
    complaints = complaints.filter((c) => !c.includes("Applying inline style")); // which axe tries
    // A later page has the panel at once; an unknown address too.
    const late = await open("ja/none.html");
    await shows(panel(late), "問題が1件あります");
    complaints = complaints.filter((c) => !c.includes("404 (Not Found)"));
    await late.close();

    await save("ja", "灯台の四日目。");
    await Promise.all([shows(ja, "灯台の四日目。"), shows(en, "灯台の四日目。")]);
    await source.locator("li.here .note").waitFor({ state: "detached" });
    assert.equal((await panel(ja).count()) + (await panel(en).count()), 0, "the panel stays");
    assert.deepEqual(complaints, []);
    await Promise.all([ja.close(), en.close(), source.close()]);
  });

  it("has a panel that the keyboard closes, and that stays closed", async () => {
    await save("ja", "灯台の五日目。", "2024-13-01");
    const page = await open("ja/index.html");
    // Until its sheet is there the panel is hidden, and cannot be focused; it keeps what it was told when it has become small.
    await panel(page).locator("li").first().waitFor();
    await panel(page).locator("summary").focus();
    await page.keyboard.press("Enter");
    await page.locator("#jikenbo-live section.small").waitFor();
    await panel(page).locator("li").first().waitFor({ state: "hidden" });
    await page.reload();
    await panel(page).locator("summary").waitFor();
    assert.equal(await panel(page).locator("li").first().isVisible(), false);
    await save("ja", "灯台の五日目。", "2024-14-01"); // another problem
    await panel(page).locator("li").first().waitFor();
    await save("ja", "灯台の五日目。");
    await panel(page).waitFor({ state: "detached" });
    await page.close();
  });

  it("leaves the policy of the pages as it is, but for the stream", async () => {
    const page = await open("ja/articles/quay.html");
    const blocked = await page.evaluate(async (elsewhere) => {
      const out = [];
      const all = new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (e) => { if (out.push(e.effectiveDirective) === 6) done(); });
      });
      await fetch(elsewhere).catch(() => {});
      for (const [name, set] of [["script", { textContent: "window.ran = true" }], ["style", { textContent: "a{}" }], ["img", { src: elsewhere }], ["iframe", { src: "/" }], ["object", { data: "/" }]]) {
        document.body.append(Object.assign(document.createElement(name), set));
      }
      await all;
      return [window.ran, ...out.sort()];
    }, `http://127.0.0.1:${server.port === 9 ? 8 : 9}/`);
    assert.deepEqual(blocked, [undefined, "connect-src", "frame-src", "img-src", "object-src", "script-src-elem", "style-src-elem"]);
    await page.close();
  });

  it("finds its pages again after a new start, and ends with Ctrl-C", async () => {
    const page = await browser.newPage();
    await page.goto(server.address + "ja/articles/quay.html");
    server.child.kill("SIGINT");
    assert.equal(await server.ended, 0);
    await save("ja", "灯台の六日目。");
    server = await run(server.port);
    await shows(page, "灯台の六日目。");
    await page.close();
  });
});
