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

describe("on paper", () => {
  for (const at of ["ja/operations/plugx-removal.html", "en/operations/plugx-removal.html", "ja/actors/mustang-panda.html", "en/actors/flax-typhoon.html"]) {
    it(`${at} is whole`, async () => {
      const page = await browser.newPage(), file = join(dir, "page.pdf");
      await page.goto(home() + at);
      await page.pdf({ path: file, format: "A4", preferCSSPageSize: true });
      await page.emulateMedia({ media: "print" });
      // the runs of text that the page has on paper, those in closed parts included
      const runs = await page.evaluate(() => {
        const list = [], nodes = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        while (nodes.nextNode()) {
          const parents = [];
          for (let e = nodes.currentNode.parentElement; e; e = e.parentElement) parents.push(e);
          const unseen = (e) => e.matches("rt, rp, .vh, svg title, svg desc") || getComputedStyle(e).display === "none" || getComputedStyle(e).visibility === "hidden";
          if (!parents.some(unseen)) list.push(nodes.currentNode.data);
        }
        return list;
      });
      await page.close();
      const info = (await output("pdfinfo", [file])).out, sheets = Number(info.match(/^Pages:\s+(\d+)/m)[1]);
      assert.match(info, /Page size:\s+59[45].*84[12]/, "not A4");
      const text = squeeze((await output("pdftotext", ["-raw", file, "-"])).out);
      const lost = runs.map(squeeze).filter((r) => !text.includes(r.slice(0, 8)) || !text.includes(r.slice(-8)));
      assert.ok(runs.length > 50, `only ${runs.length} runs of text`);
      assert.deepEqual(lost.slice(0, 10), []);
      const boxes = (await output("pdftotext", ["-bbox", file, "-"])).out;
      const cut = Array.from(boxes.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g)).filter(([, x, y, X, Y]) => x < 0 || y < 0 || X > 596 || Y > 842);
      assert.deepEqual(cut.map((c) => c[0]), []);
      assert.ok(sheets >= 1 && sheets <= 3 + text.length / 500, `${sheets} sheets for ${text.length} characters`);
      console.log(`${at}: ${sheets} sheets, ${text.length} characters`);
    });
  }
});
