// What pages and tables say of the categories of checks.

/** By category: its heading, what its checks look at, and what their evidence is where no law asks for the part. */
export const CATEGORY_WORDS = {
  missing: ['Missing parts', 'parts that the form has and this letter lacks', 'the habit of the form'],
  characters: ['Characters', 'characters that no one typed', 'what the character can be'],
  layout: ['Layout', 'what line ends and page breaks have done to the text', 'the layout of the letter'],
  label: ['Headings, labels, decisions', 'fixed words that are damaged or out of place', 'the words of the form'],
  slot: ['Numbers and dates', 'letters among digits, dates and doses that cannot be', 'what can stand in the place'],
  word: ['Words', 'misspelt, divided, joined and mistaken words', 'two witnesses for the word'],
  punctuation: ['Punctuation', 'marks that are doubled, lost or out of place', 'the marks around it'],
  boilerplate: ['Fixed sentences', 'the sentences that every letter has', 'the fixed sentence'],
  structure: ['Structure', 'what the parts of a letter say of each other', 'the other part of the letter'],
  'cross-check': ['Contradictions', 'what one place says and another denies', 'the other place in the letter'],
  citation: ['Citations', 'what is cited, compared with what is known of the guidelines', 'the tables of guidelines'],
  privacy: ['Privacy', 'what tells who the people in a letter are', 'the shape of the number or the words before it'],
};

/** Who asks for it, or what it is measured by. */
export const sourceOf = ({ legal, category }) => (legal ? `asked for by ${legal}` : CATEGORY_WORDS[category][2]);

/** `warning`, or `off (information)` for a check that only a setting turns on. */
export const severityOf = ({ severity, offByDefault }) => (offByDefault ? `off (${severity})` : severity);
