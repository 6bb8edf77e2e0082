/** The form of a problem's code: `missing.rationale`. Nothing else becomes part of a path or a setting. */
const CODE = /^[a-z][a-z0-9-]{0,40}(?:\.[a-z0-9-]{1,40}){0,2}$/i;

export const isCode = (value: unknown): value is string => typeof value === 'string' && CODE.test(value);
