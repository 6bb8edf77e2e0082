/** What a page is made of. */
export interface Page {
  readonly title: string;
  /** The addresses of its program and its style. */
  readonly script: string;
  readonly style: string;
  /** Where styles may come from, as a source of a Content Security Policy. */
  readonly styleSource: string;
  /** Known to nobody before: only the page's own program has it. */
  readonly nonce: string;
}

/** A page that may run its own program and style, and load nothing else. It gets what it shows by messages. */
export const pageHtml = ({ title, script, style, styleSource, nonce }: Page): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styleSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="main"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
