import { axisX, barX, plot, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import type { Outcome } from '../../server/src/protocol.ts';
import { decidedIn, shareOf, type Tally } from '../src/cases/counts.ts';
import { PARTS, percent, segmentsOf } from '../src/cases/figures.ts';

/* The drawings of figures. Colours are those of the theme, by name, so that they follow it without being drawn anew. */

type Picture = SVGSVGElement | HTMLElement;

const WIDTH = 820;
const BAR = 26;
const LONGEST_NAME = 44;

const COLOURS = { type: 'categorical', domain: PARTS, range: PARTS.map((part) => `var(--imr-${part})`) } as const;
const LINE = { stroke: 'var(--imr-published)', strokeWidth: 2, strokeDasharray: '5 4' } as const;

const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

/**
 * Plot puts a style of its own into a picture, which a page under a strict policy must not have; cases.css has it instead.
 * It names the parts of the picture too, which is described as a whole.
 */
const plain = (picture: Picture): Picture => {
  for (const style of picture.querySelectorAll('style')) style.remove();
  for (const part of picture.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return picture;
};

/** A bar a group, each all of what was decided in it. */
export const groupPlot = (tallies: readonly Tally[], published: readonly Outcome[]): Picture =>
  plain(
    plot({
      width: WIDTH,
      height: tallies.length * BAR + 46,
      marginLeft: 290,
      marginRight: 110,
      marginTop: 4,
      x: { domain: [0, 100] },
      y: { domain: tallies.map(({ name }) => name), label: null, tickFormat: shortened, tickSize: 0 },
      color: COLOURS,
      marks: [
        axisX({ ticks: 5, label: 'share of decisions (%)', labelAnchor: 'center', labelArrow: 'none' }),
        barX(segmentsOf(tallies), { y: 'name', x1: 'from', x2: 'to', fill: 'decision', insetTop: 2, insetBottom: 2 }),
        text(tallies, {
          y: 'name',
          x: 100,
          text: (tally: Tally) => `${percent(shareOf(tally))} of ${decidedIn(tally)}`,
          textAnchor: 'start',
          dx: 8,
        }),
        ruleX(published, { x: 'overturned', ...LINE }),
      ],
    }),
  );

const monthAt = (name: string): Date => new Date(`${name}-01T00:00:00Z`);

const monthAfter = (date: Date): Date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));

/** A bar a month, from the first to the last; `tallies` are in the order of time. */
export const monthPlot = (tallies: readonly Tally[], published: readonly Outcome[]): Picture => {
  const first = monthAt(tallies[0]?.name ?? '');
  const last = monthAfter(monthAt(tallies.at(-1)?.name ?? ''));
  const lines = published.map(({ year, overturned }) => ({
    overturned,
    from: new Date(Math.max(Date.UTC(year, 0, 1), first.getTime())),
    to: new Date(Math.min(Date.UTC(year + 1, 0, 1), last.getTime())),
  }));
  return plain(
    plot({
      width: WIDTH,
      height: 240,
      marginLeft: 44,
      marginBottom: 34,
      x: { type: 'utc', domain: [first, last], label: null },
      y: { domain: [0, 100], label: 'share of decisions (%)', labelArrow: 'none', ticks: 5 },
      color: COLOURS,
      marks: [
        rectY(
          segmentsOf(tallies).map((segment) => ({ ...segment, month: monthAt(segment.name) })),
          { x: 'month', interval: 'month', y1: 'from', y2: 'to', fill: 'decision' },
        ),
        ruleY(lines, { y: 'overturned', x1: 'from', x2: 'to', ...LINE }),
      ],
    }),
  );
};
