// What a page weighs before compression; a KB is 1,024 bytes.
import assert from "node:assert/strict";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { list, tree } from "./lib.mjs";

const size = async (path) => (await stat(join(tree, path))).size;

describe("weights", () => {
  it("a page is at most 60 KB", async () => {
    const pages = await list(), sizes = await Promise.all(pages.map(size));
    assert.ok(pages.length > 900, `only ${pages.length} pages`);
    assert.deepEqual(pages.filter((_, i) => sizes[i] > 60 * 1024), []);
    console.log(`${pages.length} pages, the largest ${Math.max(...sizes)} bytes`);
  });

  it("the style is at most 40 KB, all scripts together 25 KB without data", async () => {
    const files = await readdir(join(tree, "assets")), total = async (ending) => {
      const some = files.filter((f) => f.endsWith(ending) && f !== "search-data.js");
      assert.ok(some.length > 0, `no ${ending}`);
      return (await Promise.all(some.map((f) => size("assets/" + f)))).reduce((a, b) => a + b);
    };
    const [style, scripts] = [await total(".css"), await total(".js")];
    assert.ok(style <= 40 * 1024, `${style} bytes of style`);
    assert.ok(scripts <= 25 * 1024, `${scripts} bytes of scripts`);
    console.log(`style ${style} bytes, scripts ${scripts}`);
  });
});
