/** An element with its properties and what stands in it. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...inner: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...inner);
  return element;
};

/** The same element with a role and what belongs to it, such as `aria-sort`. */
export const withRole = <E extends Element>(
  element: E,
  role: string,
  aria: Readonly<Record<string, string | number>> = {},
): E => {
  element.setAttribute('role', role);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, String(value));
  return element;
};
