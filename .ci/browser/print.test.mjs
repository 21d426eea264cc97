// Dossiers on paper: nothing that the page says is cut off or missing.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { home, launch, output } from "./lib.mjs";

let browser, dir;

before(async () => {
  browser = await launch();
  dir = await mkdtemp(join(tmpdir(), "jikenbo-print-"));
});
after(async () => {
  await browser?.close();
  await rm(dir, { recursive: true });
});

// squeeze leaves what can be compared: the breaks of lines and pages, and how characters are encoded, differ.
const squeeze = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u200b\p{P}\p{Co}]/gu, "");

// pieces cuts a run of text into pieces that overlap; the break of a page with its number falls into few of them.
function* pieces(run) {
  for (let i = 0; i + 6 < run.length; i += 3) yield run.slice(i, i + 6);
  yield run.slice(-6);
}

// lost returns the runs of which text lacks something: one that it has nothing of, and any of which more is missing than
// the pieces around one break of a page.
function lost(runs, text) {
  return runs.map(squeeze).filter(Boolean).filter((run) => {
    const all = Array.from(pieces(run)), missing = all.filter((p) => !text.includes(p));
    return missing.length > (all.length > 4 ? 2 : 0);
  });
}

// onPaper returns the runs of text that the page has on paper, those in closed parts included, and what is cut off by a box
// around it; the window is as wide as a sheet within its margins.
function onPaper() {
  const runs = [], cut = [], nodes = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const parents = [];
    for (let e = nodes.currentNode.parentElement; e; e = e.parentElement) parents.push(e);
    const unseen = (e) => e.matches("rt, rp, .vh, svg title, svg desc") || getComputedStyle(e).display === "none" || getComputedStyle(e).visibility === "hidden";
    if (parents.some(unseen) || !nodes.currentNode.data.trim()) continue;
    runs.push(nodes.currentNode.data);
    const range = document.createRange();
    range.selectNode(nodes.currentNode);
    const text = range.getBoundingClientRect();
    for (const e of parents.concat(document.documentElement)) {
      const clips = e === document.documentElement || (e instanceof SVGSVGElement || e instanceof HTMLElement) && getComputedStyle(e).overflowX !== "visible", box = e.getBoundingClientRect();
      if (clips && text.width > 0 && (text.right > box.right + 1.5 || text.left < box.left - 1.5)) cut.push(`${nodes.currentNode.data.trim().slice(0, 40)} in ${e.localName}.${e.getAttribute("class")}`);
    }
  }
  return { runs, cut };
}

// the article has parts that are closed
const article = "en/articles/plugx-removal-and-japan.html";
const dossiers = ["ja/operations/plugx-removal.html", "en/operations/plugx-removal.html", "ja/actors/mustang-panda.html", "en/actors/flax-typhoon.html"];

describe("on paper", () => {
  it("is looked at by a test that sees what is missing", () => {
    const text = squeeze("An actor is accused of taking what was stored there, and of more.");
    assert.deepEqual(lost(["An actor is accused", "of more."], text), []);
    assert.equal(lost(["An actor is accused of nothing"], text).length, 1);
    assert.equal(lost(["less"], text).length, 1);
  });

  for (const [at, javaScriptEnabled] of [...dossiers.map((d) => [d, true]), ["ja/timeline/2024.html", true], [article, true], [article, false]]) {
    it(`${at} is whole${javaScriptEnabled ? "" : ", without scripts too"}`, async () => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 680, height: 900 } }), page = await context.newPage(), file = join(dir, "page.pdf");
      await page.goto(home() + at);
      await page.pdf({ path: file, format: "A4", preferCSSPageSize: true });
      await page.emulateMedia({ media: "print" });
      const { runs, cut } = await page.evaluate(onPaper);
      await context.close();
      assert.deepEqual(cut.slice(0, 10), [], "cut off by the box around it");
      const info = (await output("pdfinfo", [file])).out, sheets = Number(info.match(/^Pages:\s+(\d+)/m)[1]);
      assert.match(info, /Page size:\s+59[45].*84[12]/, "not A4");
      const text = squeeze((await output("pdftotext", ["-raw", file, "-"])).out);
      assert.ok(runs.length > 50, `only ${runs.length} runs of text`);
      assert.deepEqual(lost(runs, text).slice(0, 10), [], "missing on paper");
      const boxes = (await output("pdftotext", ["-bbox", file, "-"])).out;
      const outside = Array.from(boxes.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g)).filter(([, x, y, X, Y]) => x < 0 || y < 0 || X > 596 || Y > 842);
      assert.deepEqual(outside.map((c) => c[0]), [], "beyond the edge of the sheet");
      assert.ok(sheets >= 1 && sheets <= 3 + text.length / 500, `${sheets} sheets for ${text.length} characters`);
      console.log(`${at}: ${sheets} sheets, ${text.length} characters, ${runs.length} runs`);
    });
  }
});
