import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCase } from '../../server/src/case/index.ts';
import type { PlacedLetter } from '../../server/src/letter/model.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { reflow } from '../../server/src/text/flow.ts';
import { spanOf } from '../../server/src/text/span.ts';
import { readCorpora } from './corpus.ts';
import { isArray, isObject, type Json, member } from './json.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Does a printed date say this ISO date: its day, its month by number or name, the end of its year? */
const saysDate = (printed: string, iso: string): boolean => {
  const [year = '', month = '', day = ''] = iso.split('-');
  const numbers = (printed.match(/\d+/g) ?? []).map(Number);
  const digits = printed.replace(/\D/g, '');
  const named = printed.toLowerCase().includes(MONTHS[Number(month) - 1] ?? '?');
  return (
    digits.endsWith(year.slice(2)) && digits.includes(`${Number(day)}`) && (named || numbers.includes(Number(month)))
  );
};

type Says = (printed: string, value: string) => boolean;

/** Values that are read, not copied: what their place must show. All other strings equal their place, reflowed. */
const READ: readonly (readonly [RegExp, Says])[] = [
  [/^\/dates\/|\/injuryDate$/, saysDate],
  [/^\/priority$/, (printed, value) => printed.toLowerCase() === value],
  [
    /^\/patient\/age$/,
    (printed, value) => (/\d/.test(printed) ? printed.includes(value) : /^[a-z -]+$/i.test(printed)),
  ],
  [/^\/patient\/sex$/, (printed) => /^[a-z]{1,12}$/i.test(printed)],
  [/\/decision$|^\/determination$/, (printed) => /[a-z]/i.test(printed) && printed.length < 120],
  [/\/year$|\/pages\/\d+\/first$/, (printed, value) => printed.includes(value)],
  [/\/pages\/\d+\/last$/, (printed, value) => printed.includes(value.slice(-1))],
];

const at = (record: Json, pointer: string): Json => pointer.split('/').slice(1).reduce(member, record);

const asJson = (placed: PlacedLetter): Json => JSON.parse(JSON.stringify(toCase(placed, null)));

const agrees = (
  { letter, offset }: PlacedLetter,
  pointer: string,
  [start, end]: readonly number[],
  value: Json,
): boolean => {
  if (start === undefined || end === undefined || start < offset || end > offset + letter.text.length) return false;
  const printed = reflow(letter, spanOf(start - offset, end - offset));
  const says = READ.find(([field]) => field.test(pointer))?.[1] ?? ((text: string, copy: string) => text === copy);
  return start < end && says(printed, `${value}`);
};

/** Told by the letter as a whole or by the tables, not printed at one place. */
const WITHOUT_PLACE = /^\/(?:schemaVersion|format|determination|source|spans)\b|\/(?:number|cited|scheme|entry)$/;

const leaves = (value: Json, pointer = ''): string[] => {
  if (isArray(value)) return value.flatMap((x, i) => leaves(x, `${pointer}/${i}`));
  if (isObject(value)) return Object.entries(value).flatMap(([key, x]) => leaves(x, `${pointer}/${key}`));
  return value === null ? [] : [pointer];
};

for (const corpus of readCorpora()) {
  test(`${corpus.name} letters: each span, reflowed, is its value, and each printed value has a span`, () => {
    const faults: string[] = [];
    for (const { name, mode, text } of corpus.samples) {
      for (const placed of parse(text)) {
        const record = asJson(placed);
        const spans = toCase(placed, null).spans;
        const wrong = Object.entries(spans).filter(
          ([pointer, span]) => !agrees(placed, pointer, span, at(record, pointer)),
        );
        const bare = leaves(record).filter((pointer) => !WITHOUT_PLACE.test(pointer) && !(pointer in spans));
        faults.push(...wrong.map(([pointer]) => `${name} ${mode} ${pointer}: the span says something else`));
        faults.push(...bare.map((pointer) => `${name} ${mode} ${pointer}: no span`));
      }
    }
    assert.deepEqual(faults, []);
  });
}
