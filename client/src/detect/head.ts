/** The part of VS Code's `TextDocument` that is read. */
interface Lined {
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/**
 * The first `limit` UTF-16 units of a document, lines joined by a line feed. Reads no more lines than it needs, so that a
 * document of many megabytes costs no more than a letter.
 */
export const headOf = (document: Lined, limit: number): string => {
  const lines: string[] = [];
  let length = 0;
  for (let line = 0; line < document.lineCount && length < limit; line++) {
    const { text } = document.lineAt(line);
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join('\n').slice(0, limit);
};
