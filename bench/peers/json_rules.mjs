// SPDX-License-Identifier: Apache-2.0
//
// json-rules-engine: one rule whose nested conditions are the rule set's rows, an object of facts per
// enterprise. Its result tells of every nested condition whether it held, so that each is judged once.
// Sums and products are JavaScript's numbers (doubles); a fact that is missing is undefined, and every
// comparison with it is false.
//
// Arguments as in peer.py. LG_RULESET names the rule set's file, LG_NODE_MODULES where the packages are.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";

const require = createRequire(`${process.env.LG_NODE_MODULES}/`);
const { Engine } = require("json-rules-engine");

const [folder, rowsText, permille, repeat, out] = process.argv.slice(2);
const rows = Number(rowsText);
const { facts, criteria } = JSON.parse(readFileSync(process.env.LG_RULESET));
const [MET, NOT_MET, NOT_APPLICABLE] = [1, 2, 3];

function readColumn(name) {
  const values = new BigInt64Array(readFileSync(`${folder}/${name}.i64`).buffer.slice(0, rows * 8));
  const bits = permille === "0" ? undefined : readFileSync(`${folder}/${name}.${permille}.bits`);
  const known = (i) => !bits || (bits[i >> 3] >> (i & 7)) & 1;
  return Array.from({ length: rows }, (_, i) => (known(i) ? Number(values[i]) : undefined));
}

function readEnterprises() {
  const columns = facts.map((name) => [name, readColumn(name)]);
  return Array.from({ length: rows }, (_, i) =>
    Object.fromEntries(columns.filter(([, values]) => values[i] !== undefined).map(([name, values]) => [name, values[i]])));
}

function against(row) {
  const { denominator: q, bound, bound_high: high } = row;
  const tests = {
    ge: (a, b) => a * q >= bound * b,
    le: (a, b) => a * q <= bound * b,
    eq: (a, b) => a * q === bound * b,
    between: (a, b) => a * q >= bound * b && a * q <= high * b,
  };
  return tests[row.op];
}

// A leaf is an operator of its own on the first fact; the others come as the value, or as a fact made of them.
const LEAVES = {
  value: (engine, row, test) => engine.addOperator(row.name, (a) => test(a, 1)),
  flag: (engine, row, test) => engine.addOperator(row.name, (a) => test(a, 1)),
  ratio: (engine, row, test) => engine.addOperator(row.name, (a, b) => b > 0 && test(a, b)),
  "mean-growth": (engine, row, test) =>
    engine.addOperator(row.name, (y1, [y2, y3]) =>
      y2 > 0 && y3 > 0 && test(y1 * y3 + y2 * y2 - 2 * y2 * y3, 2 * y2 * y3)),
  "sme-size": (engine, row) =>
    engine.addOperator(row.name, (sector, figures) =>
      Object.entries(row.limits[sector - 1] ?? {}).some(([name, limit]) => figures[row.facts.indexOf(name) - 1] < limit)),
};

function leaf(engine, row) {
  LEAVES[row.kind](engine, row, against(row));
  const [first, ...others] = row.facts;
  if (others.length < 2) return { fact: first, operator: row.name, value: others.length ? { fact: others[0] } : 0 };
  engine.addFact(row.name, async (_, almanac) => Promise.all(others.map((name) => almanac.factValue(name))));
  return { fact: first, operator: row.name, value: { fact: row.name } };
}

function condition(engine, row) {
  if (row.facts.length) return leaf(engine, row);
  const children = row.children.map((i) => condition(engine, criteria[i]));
  return row.kind === "any" ? { any: children } : { all: children };
}

// The verdicts of the rows from the tree of results, in which children stand in the order of the rule set.
function collect(result, row, verdicts, at) {
  const children = result.all ?? result.any ?? [];
  children.forEach((child, i) => collect(child, criteria[row.children[i]], verdicts, at));
  const lapsed = row.kind === "when" && !children[0].result;
  verdicts[row.index * rows + at] = lapsed ? NOT_APPLICABLE : result.result ? MET : NOT_MET;
}

// The root is an ALL, so its own result is that of the rule.
function collectRule({ results, failureResults }, verdicts, at) {
  const rule = results[0] ?? failureResults[0];
  collect({ ...rule.conditions, result: rule.result }, criteria[0], verdicts, at);
}

// One after the other: with more in flight it takes longer.
async function judge(engine, enterprises, verdicts) {
  for (let i = 0; i < rows; i++) collectRule(await engine.run(enterprises[i]), verdicts, i);
}

criteria.forEach((row) => (row.name = `c${row.index}`));
const engine = new Engine([], { allowUndefinedFacts: true });
engine.addRule({ conditions: condition(engine, criteria[0]), event: { type: "qualifies" } });
const enterprises = readEnterprises();
const verdicts = new Uint8Array(criteria.length * rows);
const seconds = [];
await judge(engine, enterprises, verdicts);
for (let i = 0; i < Number(repeat); i++) {
  const started = process.hrtime.bigint();
  await judge(engine, enterprises, verdicts);
  seconds.push(Number(process.hrtime.bigint() - started) / 1e9);
}
writeFileSync(out, verdicts);
const version = JSON.parse(readFileSync(`${process.env.LG_NODE_MODULES}/json-rules-engine/package.json`)).version;
const timed = "JavaScript objects to one byte per criterion, one after the other";
console.log(JSON.stringify({ seconds, version, timed, peak_bytes: process.resourceUsage().maxRSS * 1024 }));
