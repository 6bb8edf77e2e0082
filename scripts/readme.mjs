// The README as the page of the extension's package. VS Code shows no picture of the package there and follows no link
// into it, so pictures are left out and of such a link the words remain. Links to the web and within the page stay.

const PICTURE = /!\[[^[\]]*\]\((?!https:)[^)]*\)\n{0,2}/g;
const LINK = /\[([^[\]]*)\]\((?!https:|#)[^)]*\)/g;

/** The text of the page, from the text of README.md. */
export const packagedReadme = (text) => text.replace(PICTURE, '').replace(LINK, '$1');
