// Runs the decisions of a DMN document, given as contexts of FEEL, on records: an engine that knows nothing of ours.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [engine, asked, answers] = process.argv.slice(2);
const { evaluate } = await import(pathToFileURL(engine).href);
const value = (text, context) => {
  const got = evaluate(text, context);
  return got !== null && typeof got === "object" && "value" in got ? got.value : got;
};
const plain = (one) => (one === undefined ? null : one !== null && typeof one === "object" && !Array.isArray(one) ? String(one) : one);
const { decisions, records } = JSON.parse(readFileSync(asked, "utf8"));
const told = records.map((record) => {
  const context = {};
  for (const [name, text] of Object.entries(record)) context[name] = value(text, {});
  for (const [name, text] of decisions) context[name] = value(text, context);
  return Object.fromEntries(decisions.map(([name]) => [name, plain(context[name])]));
});
writeFileSync(answers, JSON.stringify(told));
