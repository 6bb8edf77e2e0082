import { matchCertificationAt, matchSpecialtyAt, type Specialty, specialty } from '../../facts/index.ts';
import { printable } from '../../text/printable.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { foundAtWord, isTitle } from './near.ts';
import { sureWords } from './sure.ts';

const KINDS: Readonly<Record<Specialty['kind'], string>> = {
  specialty: 'specialty',
  subspecialty: 'subspecialty',
  licence: 'licence of a profession other than medicine',
};

const SYSTEMS: Readonly<Record<Specialty['system'], string>> = {
  ABMS: 'of a board of the American Board of Medical Specialties (ABMS)',
  AOA: 'of a board of the American Osteopathic Association (AOA)',
  'non-physician': '',
};

const MOST_BOARDS = 4;

/**
 * A specialty, subspecialty or licence: who certifies it. Among the reviewer's credentials in any spelling; elsewhere
 * only where it is written as a title, since `surgery` and `pain management` are words of every letter.
 */
export const specialtyCard: CardProvider = (place): Card | null => certificationCard(place) ?? ownCard(place);

/** A board that stands beside those of the ABMS and the AOA. */
const certificationCard: CardProvider = (place): Card | null => {
  const found = foundAtWord(place, matchCertificationAt);
  if (!found) return null;
  const { certification } = found.of;
  const title: CardLine = [{ strong: certification.name }, ': a board or certificate outside of the ABMS and the AOA'];
  const note: CardLine = certification.note ? [`Note: ${certification.note}`] : [];
  return { span: found.span, lines: [title, note, [sureWords([{ what: 'certificate', facts: [certification] }])]] };
};

const ownCard: CardProvider = (place): Card | null => {
  const found = foundAtWord(place, matchSpecialtyAt);
  const known = found && specialty(found.of.name);
  if (!known || !(place.prose?.section === 'credentials' || isNamed(known, found.printed))) return null;
  return { span: found.span, lines: linesOf(known, found.printed) };
};

/** `Physical Therapy` outside of credentials is the treatment. */
const isNamed = ({ kind }: Specialty, printed: string): boolean => kind !== 'licence' && isTitle(printed);

const linesOf = (known: Specialty, printed: string): readonly CardLine[] => [
  [{ strong: known.name }, `: ${[KINDS[known.kind], SYSTEMS[known.system]].join(' ').trim()}`],
  printed.toLowerCase() === known.name.toLowerCase() ? [] : [`Printed “${printable(printed)}”`],
  known.boards.length > 0 ? [`Certified by: ${known.boards.slice(0, MOST_BOARDS).join('; ')}`] : [],
  known.degrees.length > 0 ? [`Degrees: ${known.degrees.join(', ')}`] : [],
  known.note ? [`Note: ${known.note}`] : [],
  [sureWords([{ what: 'specialty and board', facts: [known] }])],
];
