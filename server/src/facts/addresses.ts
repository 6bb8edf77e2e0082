/** A section's number without its subdivisions: `4610.6(h)` gives `4610.6`. */
const numberOf = (section: string): string => /^\d+(?:\.\d+)*/.exec(section)?.[0] ?? '';

/** The state's own page of a section of title 8: `9792.24.2` stands at `…/t8/9792_24_2.html`. */
export const linkOfSection = (section: string): string =>
  `https://www.dir.ca.gov/t8/${numberOf(section).replaceAll('.', '_')}.html`;

/** The legislature's page of a section of the Labor Code; the number in its address is closed by a full stop. */
export const linkOfStatute = (section: string): string =>
  `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${numberOf(section)}.`;
