import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/letter/parse.ts';
import { looksLikeLetter } from '../../../server/src/protocol.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../snippets/imr-letter.json'), 'utf8'),
) as Readonly<Record<string, Snippet>>;

/** The text a snippet leaves when nothing is typed: the default of each place, the first of each choice. */
const expanded = ({ body }: Snippet): string =>
  body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)(?:,[^,|]*)*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$0/g, 'The request is not medically necessary.');

const snippet = (name: string): Snippet => snippets[name] ?? assert.fail(`there is no snippet ${name}`);

describe('snippets', () => {
  test('each says what it is and ends at one last place', () => {
    for (const { prefix, description, body } of Object.values(snippets)) {
      assert.match(prefix, /^imr-[a-z]+$/);
      assert.notEqual(description, '');
      assert.equal(body.join('\n').match(/\$0/g)?.length, 1);
    }
  });

  test('the letter is one that is recognised and read', () => {
    const text = expanded(snippet('IMR letter'));
    assert.ok(looksLikeLetter(text));
    const [placed, ...others] = parse(text);
    assert.ok(placed);
    assert.deepEqual(others, []);
    const { letter } = placed;
    assert.equal(letter.format, 'credentials-2015');
    assert.equal(letter.header?.fields.caseNumber?.value, 'CM15-0000000');
    assert.deepEqual(
      letter.reviewer?.specialties?.values.map(({ value }) => value),
      ['Family Practice'],
    );
    assert.deepEqual(
      letter.issues.map((issue) => [issue.item?.value, issue.decision?.value]),
      [['Item', 'upheld']],
    );
    assert.deepEqual(
      letter.sections.filter(({ id }) => id === 'unknown'),
      [],
    );
  });

  test('the issue is the one of the letter', () => {
    const issue = snippet('IMR issue').body.length;
    const numberless = (line: string) => line.replace(/\$\{\d+/g, '${');
    assert.deepEqual(
      snippet('IMR letter').body.slice(-issue).map(numberless),
      snippet('IMR issue').body.map(numberless),
    );
  });
});
