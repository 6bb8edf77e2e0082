/** Is this a JSON object, so that its members may be looked at? What another program sends is `unknown` until asked. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
