// Every page of the tree, as the Nu HTML checker sees it.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { output, tree } from "./lib.mjs";

it("is valid HTML, every page", async () => {
  const dir = await mkdtemp(join(tmpdir(), "jikenbo-html-"));
  try {
    const wrong = join(dir, "wrong.html");
    await writeFile(wrong, '<!DOCTYPE html><html lang="en"><title>wrong</title><p><table></p>');
    const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
    const { err } = await output("java", ["-jar", jar, "--errors-only", "--format", "json", "--skip-non-html", tree, wrong]);
    const errors = JSON.parse(err).messages.filter((m) => m.type !== "info");
    const at = (m) => m.url.endsWith("/wrong.html");
    assert.ok(errors.some(at), "the checker finds nothing wrong where something is");
    assert.deepEqual(errors.filter((m) => !at(m)).map((m) => `${m.url}:${m.lastLine}: ${m.message} ${m.extract}`).slice(0, 30), []);
  } finally {
    await rm(dir, { recursive: true });
  }
});
