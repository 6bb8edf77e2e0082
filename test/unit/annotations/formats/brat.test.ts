import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ANNOTATION_WRITERS } from '../../../../server/src/annotations/formats/index.ts';
import { problemText } from '../../../../server/src/annotations/model.ts';
import { annotationOf, contentOf, readingOf, targetOf } from './sheets.ts';

const { brat } = ANNOTATION_WRITERS;
const TEXT = 'He hurt the left \nknee, and the back.\nThe brace is: Upheld\n';
const target = targetOf(TEXT);
const at = (words: string): readonly [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

const read = (...lines: readonly string[]) => {
  const { value, problems } = brat.read(lines.join('\n'), readingOf(target));
  return { annotations: value.flatMap(({ annotations }) => annotations), problems: problems.map(problemText) };
};

describe('writing', () => {
  const knee = annotationOf(target, [at('left \nknee'), at('back')], { note: 'which\nside?' });
  const decision = annotationOf(target, [at('Upheld')], {
    id: 'two',
    label: 'decision',
    value: 'upheld',
    state: 'corrected',
    sic: true,
    author: 'jo',
  });
  const sheet = { ...target, annotations: [decision, knee] };
  const lines = contentOf(brat, sheet, 'ann').split('\n');

  test('breaks spans at line ends, without the blanks there, and joins the words with one blank', () => {
    assert.equal(lines[0], 'T1\tbody-part 12 16;18 22;32 36\tleft knee back');
  });

  test('says state, author, value and [sic] as attributes, the note as a note', () => {
    const about = (id: string) =>
      lines.filter((line) => line.split(/[\t ]/)[2] === id).map((line) => line.split('\t')[1]);
    assert.deepEqual(about('T1'), ['State T1 confirmed', 'Author T1 ma', 'AnnotatorNotes T1', 'Imr T1']);
    assert.deepEqual(about('T2'), ['State T2 corrected', 'Author T2 jo', 'Value T2 upheld', 'Sic T2', 'Imr T2']);
    assert.ok(lines.includes('#1\tAnnotatorNotes T1\twhich side?'));
  });

  test('puts the text beside, with LF ends', () => {
    assert.equal(contentOf(brat, sheet, 'txt'), TEXT);
  });
});

describe('reading', () => {
  test('of a file that brat or others wrote: label, places, attributes and notes', () => {
    const { annotations, problems } = read(
      'T1\tdecision 52 58\tUpheld',
      'A1\tState T1 flagged',
      'M1\tValue T1 overturned',
      '#1\tAnnotatorNotes T1\tsure?',
      '#2\tAnnotationError T1\tlook again',
      'T2\tBodyPart 12 16;18 22\tleft knee',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      annotations.map(({ label, state, value, note, author, passage }) => [
        label,
        state,
        value,
        note,
        author,
        passage.quotes,
      ]),
      [
        ['decision', 'flagged', 'overturned', 'sure?\nAnnotationError: look again', 'ma', ['Upheld']],
        ['BodyPart', 'confirmed', null, null, 'ma', ['left \nknee']],
      ],
    );
  });

  test('twice gives the same ids', () => {
    const once = read('T1\tdecision 52 58\tUpheld').annotations;
    assert.deepEqual(read('T9\tdecision 52 58\tUpheld').annotations, once);
  });

  test('what was changed in brat counts: another label, place, value; a value or note taken out', () => {
    const written = contentOf(
      brat,
      { ...target, annotations: [annotationOf(target, [at('Upheld')], { value: 46, note: 'n', label: 'lost label' })] },
      'ann',
    );
    const [same] = read(written).annotations;
    assert.deepEqual([same?.label, same?.value, same?.note, same?.id], ['lost label', 46, 'n', 'one']);
    const changed = written.replace('lost_label 52 58\tUpheld', 'decision 42 47\tbrace').replace('T1 46', 'T1 47');
    const [other] = read(changed).annotations;
    assert.deepEqual(
      [other?.label, other?.value, other?.passage.quotes, other?.id],
      ['decision', '47', ['brace'], 'one'],
    );
    const without = written.split('\n').filter((line) => !/Value|AnnotatorNotes/.test(line));
    const [bare] = read(...without).annotations;
    assert.deepEqual([bare?.value, bare?.note], [null, null]);
  });

  test('an event’s words are an annotation; its parts, relations and what else has no place are told by line', () => {
    const { annotations, problems } = read(
      'T1\tdecision 52 58\tUpheld',
      'T2\tdrug 42 47\tbrace',
      'E1\tdecision:T1 Theme:T2',
      'A1\tState E1 rejected',
      'A2\tNegation E1',
      'R1\tCauses Arg1:T1 Arg2:T2',
      '*\tEquiv T1 T2',
      'N1\tReference T1 Wikipedia:534366\tBrace',
      '#1\tAnnotatorNotes R1\tnote on a relation',
      'nonsense',
    );
    assert.deepEqual(
      annotations.map(({ state }) => state),
      ['rejected', 'confirmed'],
    );
    assert.deepEqual(problems, [
      'a.ann:3: The parts of event E1 were left out: annotations here have none. Its words were read.',
      'a.ann:5: The attribute Negation has no place here; A2 was left out.',
      'a.ann:6: Relations between annotations have no place here; this line was left out.',
      'a.ann:7: Relations between annotations have no place here; this line was left out.',
      'a.ann:8: References to other collections have no place here; this line was left out.',
      'a.ann:9: #1 is about R1, which was not read. It was left out.',
      'a.ann:10: This line cannot be read. It was left out.',
    ]);
  });

  test('a line that does not fit the text is named, and the others are read', () => {
    const { annotations, problems } = read(
      'T1\tdecision 52 58\tUpheld',
      'T2\tdecision 51 57\tUpheld',
      'T3\tdecision 52 5800\tUpheld',
      'T4\tdecision 52\tUpheld',
      'T5\tdecision 16 18\t ',
    );
    assert.equal(annotations.length, 1);
    assert.deepEqual(problems, [
      'a.ann:2: T2 does not fit the text: other words stand at its places. It was left out.',
      'a.ann:3: T3 does not fit the text: its places lie outside it. It was left out.',
      'a.ann:4: This line cannot be read: after T4 stand a label and the places of its words. It was left out.',
      'a.ann:5: There is nothing but blanks at this place. It was left out.',
    ]);
  });

  test('without its letter nothing is read, and said', () => {
    const { value, problems } = brat.read('T1\ta 0 1\tH', { ...readingOf(target), find: () => null });
    assert.deepEqual(value, []);
    assert.deepEqual(problems.map(problemText), [
      'a.ann: There is no letter of this name, so the file cannot be read.',
    ]);
  });

  test('CRLF ends lines too', () => {
    assert.equal(read('T1\tdecision 52 58\tUpheld\r', 'A1\tState T1 flagged\r', '').annotations[0]?.state, 'flagged');
  });
});
