import { escaped } from '../backtest/html-escape.js';
import type { Estimate } from './confidence.js';
import { POLICIES, type PolicyName } from './policies.js';

/** Bars of every policy side by side, a row of them for each line of a table. */
export interface BarPanel {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly {
    readonly name: string;
    readonly figures: Readonly<Record<PolicyName, Estimate | null | undefined>>;
  }[];
  /** The longest bar; absent: that of the largest figure. */
  readonly most?: number;
  readonly words: (figure: Estimate | null | undefined) => string;
}

const bar = 13;
const gap = 2;
const rowGap = 14;
const labels = 112;
const values = 76;
const head = 46;

export function barPanelHeight({ rows }: Pick<BarPanel, 'rows'>): number {
  return head + rows.length * (POLICIES.length * (bar + gap) + rowGap);
}

/** SVG of the panel at a place, so many pixels wide. Whiskers are 95 % confidence. */
export function barPanel(
  { title, note, rows, most, words }: BarPanel,
  x: number,
  y: number,
  width: number,
): string {
  const longest =
    most ??
    Math.max(
      1e-9,
      ...rows.flatMap(({ figures }) =>
        POLICIES.map((name) => figures[name]?.high ?? figures[name]?.mean ?? 0),
      ),
    );
  const room = width - labels - values;
  const scaled = (value: number) => Math.max(0, Math.min(1, value / longest)) * room;
  const parts = rows.flatMap(({ name, figures }, row) => {
    const top = head + row * (POLICIES.length * (bar + gap) + rowGap);
    const label = `<text class="end" x="${labels - 10}" y="${top + (POLICIES.length * (bar + gap)) / 2 + 4}">${escaped(name)}</text>`;
    return [
      label,
      ...POLICIES.map((policy, index) => drawn(policy, figures[policy], top + index * (bar + gap))),
    ];
  });
  function drawn(policy: PolicyName, figure: Estimate | null | undefined, top: number): string {
    const length = figure ? Math.max(1, scaled(figure.mean)) : 0;
    const whisker =
      figure && figure.low !== null && figure.high !== null
        ? `<path class="whisker" d="M${at(labels + scaled(figure.low))} ${top + bar / 2}H${at(labels + scaled(figure.high))}"/>`
        : '';
    const end = Math.max(length, figure?.high ? scaled(figure.high) : 0);
    return `<rect class="${policy}" x="${labels}" y="${top}" width="${at(length)}" height="${bar}" rx="2"/>${whisker}<text class="value" x="${at(labels + end + 7)}" y="${top + bar - 2.5}">${escaped(words(figure))}</text>`;
  }
  return `<g transform="translate(${x} ${y})"><text class="title" y="14">${escaped(title)}</text><text class="soft" y="31">${escaped(note)}</text>${parts.join('')}</g>`;
}

function at(value: number): string {
  return value.toFixed(1);
}
