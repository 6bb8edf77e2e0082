/** The number of a section without its subdivisions: `4610.6(h)` gives `4610.6`. */
export const sectionNumber = (printed: string): string => /^[\d.]+/.exec(printed)?.[0].replace(/\.$/, '') ?? '';

/** The legislature's page of a section of the Labor Code. */
export const statuteLink = (section: string): string =>
  `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${sectionNumber(section)}.`;

/** The state's page of a section of title 8: `9792.10.6` stands at `…/t8/9792_10_6.html`. */
export const regulationLink = (section: string): string =>
  `https://www.dir.ca.gov/t8/${sectionNumber(section).replaceAll('.', '_')}.html`;
