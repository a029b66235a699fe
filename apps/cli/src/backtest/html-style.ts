/** The look of the report: system fonts, colours for light and dark that keep a contrast of 4.5 and more. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --page: #ffffff; --card: #f6f8fa;
  --lost: #b42318; --gained: #0b6bcb; --later: #9a6700; --earlier: #1a7f37; --elsewhere: #6e40c9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d; --page: #0d1117; --card: #161b22;
  --lost: #ff8a80; --gained: #79b8ff; --later: #e3b341; --earlier: #56d364; --elsewhere: #c297ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
header p, small, dd { color: var(--soft); } dt { font-weight: 600; float: left; clear: left; width: 6.5rem; } dd { margin: 0 0 .2rem 6.5rem; }
.note { border-left: 4px solid var(--later); padding: .5rem .8rem; background: var(--card); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .8rem; margin-top: 1.5rem; }
.card { display: grid; gap: .1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; }
.card strong { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; } th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; } .n { text-align: right; font-variant-numeric: tabular-nums; }
.hash { font: .8rem ui-monospace, monospace; overflow-wrap: anywhere; } .scroll { overflow-x: auto; }
.tag { font-weight: 600; white-space: nowrap; } svg { width: 100%; height: auto; display: block; } svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
${['lost', 'gained', 'later', 'earlier', 'elsewhere'].map((name) => `.${name} { color: var(--${name}); } rect.${name} { fill: var(--${name}); }`).join('\n')}
@media print { main { max-width: none; padding: 0; } .card, tr { break-inside: avoid; } }
`;
