// What the browser tests share: the tree, a server of it under a sub-path, browsers.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { readFile, readdir, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const tree = process.env.TREE;
export const languages = ["ja", "en"];
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json" };

// home is the address of a folder on the disk.
export const home = (dir = tree) => pathToFileURL(dir + sep).href;

// list returns the pages of the tree.
export async function list(dir = tree) {
  const out = [];
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) out.push(...(await list(path)));
    else if (entry.name.endsWith(".html")) out.push(relative(tree, path).split(sep).join("/"));
  }
  return out.sort();
}

// ofEachKind returns the pages outside the folders, and of each folder the index and the largest page, which has most on it.
export async function ofEachKind(pages) {
  const largest = new Map(), out = [];
  for (const page of pages) {
    const folder = page.slice(0, page.lastIndexOf("/") + 1);
    if (folder.split("/").length < 3 || page.endsWith("/index.html")) {
      out.push(page);
      continue;
    }
    const { size } = await stat(join(tree, page));
    if (size > (largest.get(folder)?.size ?? 0)) largest.set(folder, { page, size });
  }
  return out.concat(Array.from(largest.values(), (l) => l.page)).sort();
}

// serve serves the tree, or another folder, below a path.
export function serve(base, dir = tree) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      if (!path.startsWith(base) || path.includes("..")) throw new Error("outside");
      const body = await readFile(join(dir, path.slice(base.length)));
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream", "cache-control": "max-age=600" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

// watch collects what a page complains of: messages on the console, where Chromium also says what a policy
// has blocked, errors, and what could not be loaded or is not below the home.
export function watch(page, complaints, home) {
  page.on("console", (m) => complaints.push(`${m.location().url || page.url()}: console: ${m.text()}`));
  page.on("pageerror", (e) => complaints.push(`${page.url()}: error: ${e.message}`));
  page.on("request", (r) => {
    if (!r.url().startsWith(home) && !r.url().startsWith("data:")) complaints.push(`${page.url()}: outside: ${r.url()}`);
  });
  page.on("requestfailed", (r) => {
    // Chromium drops the icon when the next page comes before it is drawn.
    if (r.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`${page.url()}: failed: ${r.url()} ${r.failure()?.errorText}`);
  });
}

// share does something with every item, as many at a time as there are workers, which are pages mostly.
export async function share(items, workers, work) {
  const queue = items.slice();
  await Promise.all(workers.map(async (worker) => {
    for (let item; (item = queue.shift()) !== undefined; ) await work(item, worker);
  }));
}

// articles returns the pages of articles in a language.
export const articles = (pages, lang) => pages.filter((p) => p.startsWith(`${lang}/articles/`) && !p.endsWith("index.html"));

// output runs a program and returns what it wrote to stdout and stderr.
export function output(program, args, encoding = "utf8") {
  return new Promise((resolve, reject) => {
    const run = spawn(program, args), out = [], err = [];
    run.stdout.on("data", (d) => out.push(d));
    run.stderr.on("data", (d) => err.push(d));
    run.on("error", reject);
    run.on("close", (code) => resolve({ code, out: Buffer.concat(out).toString(encoding), err: Buffer.concat(err).toString(encoding) }));
  });
}
