// What vis-timeline takes to show items and to pan and zoom, in headless Chromium.
//
//     npm install && node bench.js [ITEMS ...]
//
// The browser is $CHROMIUM, or /usr/bin/chromium. A page of 1600 by 900 px holds one timeline of
// items of a day over 34 years, half of them in bursts, stacked as by default, without groups. A
// step sets the window and waits for two animation frames; the floor is that wait alone. Steps
// end after a minute; no larger size is measured after one that needs longer than five minutes.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve("vis-timeline/package.json")), "standalone");
const script = readFileSync(join(folder, "umd", "vis-timeline-graph2d.min.js"), "utf8");
const style = readFileSync(
  join(folder, "..", "styles", "vis-timeline-graph2d.min.css"), "utf8");
const sizes = process.argv.slice(2).map(Number);
const PATIENCE = 300_000;
const STEPS = 50;
const BUDGET = 60_000;

/** Show `count` items and step through pan and zoom; runs in the page. */
async function measure([count, cluster, steps, budget]) {
  const day = 86_400_000, first = Date.UTC(1991, 0, 1), days = 12_418;
  let seed = count;
  const chance = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const peaks = Array.from({ length: Math.max(3, Math.sqrt(count) / 4) }, () => chance() * days);
  const items = Array.from({ length: count }, (_, id) => {
    const burst = chance() < 0.5;
    const peak = peaks[Math.floor(chance() * chance() * peaks.length)];
    const at = burst ? Math.min(Math.max(peak + (chance() - 0.5) * 40, 0), days) : chance() * days;
    const start = first + Math.floor(at) * day;
    return { id, start, end: start + day, content: `Delegates meet for talks, no. ${id}` };
  });
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const settled = async () => { await frame(); await frame(); };
  const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const timed = async (step) => {
    const taken = [], all = performance.now();
    for (let number = 0; number < steps; number++) {
      const begun = performance.now();
      step(number);
      await settled();
      taken.push(performance.now() - begun);
      if (performance.now() - all > budget) break;
    }
    const held = taken.length;
    taken.sort((a, b) => a - b);
    return [middle(taken), taken[Math.floor(taken.length * 0.95)], held];
  };
  const floor = await timed(() => undefined);
  const box = document.body.appendChild(document.createElement("div"));
  const begun = performance.now();
  const options = {
    start: first, end: first + days * day, height: 880, verticalScroll: true,
    ...(cluster ? { cluster: { maxItems: 1, showStipes: false } } : {}),
  };
  const timeline = new window.vis.Timeline(box, new window.vis.DataSet(items), options);
  await new Promise((done) => timeline.on("changed", done));
  await settled();
  const shown = performance.now() - begun;
  let from = first, to = first + days * day;
  const set = () => timeline.setWindow(from, to, { animation: false });
  const pan = await timed((number) => {
    const way = (to - from) / 200 * (number < steps / 2 ? 1 : -1);
    [from, to] = [from + way, to + way];
    set();
  });
  const zoom = await timed((number) => {
    const way = (to - from) * (number < steps / 2 ? 0.05 : -0.055);
    [from, to] = [from + way, to - way];
    set();
  });
  return { floor, shown, pan, zoom, nodes: document.querySelectorAll(".vis-item").length };
}

const settings = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
  ],
};
const ms = (number) => number.toFixed(1);
const both = ([middle, slow, held]) =>
  `${ms(middle)} (${ms(slow)}) ms${held < STEPS ? `, ${held} steps` : ""}`;

/** Measure in a browser of its own, so that one that is stuck does not slow down the next. */
async function row(count, cluster) {
  const browser = await chromium.launch(settings);
  const limit = new Promise((_, fail) => setTimeout(() => fail(new Error("too long")), PATIENCE));
  limit.catch(() => undefined);
  const work = async () => {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.setContent(`<style>${style} body { margin: 0 }</style>`);
    await page.addScriptTag({ content: script });
    return page.evaluate(measure, [count, cluster, STEPS, BUDGET]);
  };
  try {
    const found = await Promise.race([work(), limit]);
    return `${ms(found.shown)} ms | ${ms(found.floor[0])} ms | ${both(found.pan)}`
      + ` | ${both(found.zoom)} | ${found.nodes} |`;
  } catch {
    return null;
  } finally {
    await Promise.race([browser.close(), new Promise((done) => setTimeout(done, 5_000))]);
  }
}

const version = require("vis-timeline/package.json").version;
console.log(`vis-timeline ${version}, browser ${settings.executablePath}`);
console.log("| items | clustering | first frame | wait alone | pan (p95) | zoom (p95) | nodes |");
console.log("|---|---|---|---|---|---|---|");
for (const cluster of [false, true]) {
  for (const count of sizes.length ? sizes : [1_000, 10_000, 100_000]) {
    const found = await row(count, cluster);
    const words = found ?? `not within ${PATIENCE / 1000} s | | | | |`;
    console.log(`| ${count} | ${cluster ? "on" : "off"} | ${words}`);
    if (found === null) break;
  }
}
process.exit(0);
