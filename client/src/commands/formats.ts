import { CASE_FORMATS, type CaseFormat, type CaseFormatInfo, FORMATS } from '../../../server/src/protocol.ts';

/** A line of a list of formats. */
export interface FormatPick {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly format: CaseFormat;
}

const pickOf = (format: CaseFormat): FormatPick => {
  const { title, detail, extension, experimental }: CaseFormatInfo = FORMATS[format];
  return {
    label: title,
    description: [`.${extension}`, ...(experimental ? ['experimental'] : [])].join(' · '),
    detail,
    format,
  };
};

/** The formats to choose from, in their order. */
export const FORMAT_PICKS: readonly FormatPick[] = CASE_FORMATS.map(pickOf);

export const isFormat = (value: unknown): value is CaseFormat => CASE_FORMATS.some((format) => format === value);

/**
 * The names of the files of an export whose first file has the name that the person chose: `CM15.csv` is followed by
 * `CM15-issues.csv` and `CM15-citations.csv`.
 */
export const fileNames = (chosen: string, parts: readonly string[], format: CaseFormat): readonly string[] => {
  const ending = `.${FORMATS[format].extension}`;
  const stem = chosen.toLowerCase().endsWith(ending) ? chosen.slice(0, -ending.length) : chosen;
  return parts.map((part, i) => (i === 0 ? chosen : `${stem}-${part}${ending}`));
};
