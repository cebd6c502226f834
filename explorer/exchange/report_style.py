"""The look of the HTML report: one sheet, light and dark, for the screen and for paper."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1f2328; --soft: #57606a; --line: #d8d4ca;
  --head: #f1eee6; --accent: #1f5f8b; --good: #1a6b3c; --good-wash: #e7f3ea;
  --bad: #a3290f; --bad-wash: #fbeae5; --care: #7a5200; --care-wash: #fbf1d9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --card: #1e2227; --ink: #e6e4df; --soft: #a9b0b8; --line: #3a4048;
    --head: #272c33; --accent: #8cc4ec; --good: #7fd49b; --good-wash: #1c3325;
    --bad: #ff9d85; --bad-wash: #42211a; --care: #f0c66a; --care-wash: #3a2f14;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 "Source Sans 3", "Segoe UI", "Noto Sans", Roboto, "DejaVu Sans", sans-serif;
}
main, header, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2.5rem; }
h1, h2 { font-family: "Source Serif 4", Georgia, "Noto Serif", "DejaVu Serif", serif; }
h1 { margin: 0 0 .2rem; font-size: 2rem; line-height: 1.2; font-weight: 600; }
h2 {
  margin: 2.75rem 0 .4rem; padding-top: .9rem; border-top: 1px solid var(--line);
  font-size: 1.35rem; font-weight: 600;
}
p { margin: .4rem 0; max-width: 46rem; }
a { color: var(--accent); }
.soft { color: var(--soft); }
nav { margin: 1.25rem 0 0; }
nav ul {
  margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem;
}
.verdict {
  margin: 1.25rem 0; padding: .8rem 1rem; border-left: 5px solid; border-radius: 4px;
  font-size: 1.1rem; max-width: none;
}
.verdict.good { color: var(--good); background: var(--good-wash); }
.verdict.bad { color: var(--bad); background: var(--bad-wash); }
.figures {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem;
  margin: 0;
}
.figures div {
  background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem;
}
.figures dt { color: var(--soft); font-size: .9rem; }
.figures dd { margin: 0; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; margin: .9rem 0 1.4rem; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px;
}
table {
  border-collapse: collapse; background: var(--card); border: 1px solid var(--line);
  min-width: 24rem;
}
table.wide { width: 100%; }
caption { text-align: left; padding: 0 0 .45rem; color: var(--soft); }
th, td {
  padding: .42rem .75rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line);
}
thead th { background: var(--head); font-size: .9rem; font-weight: 600; }
tbody th { font-weight: 500; }
tfoot th, tfoot td { background: var(--head); font-weight: 600; border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.zero { color: var(--soft); }
td.bad, td.care { font-weight: 700; }
td.bad { color: var(--bad); background: var(--bad-wash); }
td.care { color: var(--care); background: var(--care-wash); }
code {
  font-family: "JetBrains Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: .86em;
  overflow-wrap: anywhere;
}
tbody th > code { white-space: nowrap; }
small { display: block; color: var(--soft); overflow-wrap: anywhere; }
.beside { display: flex; flex-wrap: wrap; gap: 0 2.5rem; align-items: flex-start; }
.beside .scroll { max-width: 100%; }
summary { cursor: pointer; padding: .35rem 0; font-weight: 600; color: var(--accent); }
footer { margin-top: 3rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .9rem; }
@media print {
  body { background: #fff; color: #000; font-size: 10pt; }
  nav { display: none; }
  table, .figures div { break-inside: avoid; }
}
"""
