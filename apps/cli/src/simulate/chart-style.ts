import type { PolicyName } from './policies.js';

/** The look of the charts, alone and in the report: light and dark, contrast of 4.5 and more for words. */
export const chartStyle = `
svg.simulation { --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --page: #ffffff; --pack: #0b6bcb; --fifo: #b35900; --longest-idle: #7a828b; }
@media (prefers-color-scheme: dark) { svg.simulation { --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d; --page: #0d1117; --pack: #58a6ff; --fifo: #f0883e; --longest-idle: #8b949e; } }
svg.simulation text { fill: var(--ink); font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; }
svg.simulation .title { font-size: 15px; font-weight: 600; } svg.simulation .soft { fill: var(--soft); font-size: 12px; } svg.simulation .value { font-size: 12px; font-variant-numeric: tabular-nums; }
svg.simulation .end { text-anchor: end; } svg.simulation .middle { text-anchor: middle; } svg.simulation .grid { stroke: var(--line); } svg.simulation .page { fill: var(--page); }
svg.simulation .whisker { stroke: var(--ink); stroke-opacity: .55; } svg.simulation .calls { fill: var(--line); fill-opacity: .5; }
${(['pack', 'fifo', 'longest-idle'] satisfies PolicyName[]).map((name) => `svg.simulation rect.${name} { fill: var(--${name}); } svg.simulation path.${name} { stroke: var(--${name}); fill: none; stroke-width: 2.5; stroke-linejoin: round; }`).join('\n')}
`;
