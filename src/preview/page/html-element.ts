type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. An attribute that is undefined or false is left out; texts stay texts, whatever they hold. */
export function htmlElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  made.append(...children);
  return made;
}

/** A button with something to do. */
export function button(
  attributes: Attributes,
  children: readonly (Node | string)[],
  press: () => void,
): HTMLButtonElement {
  const made = htmlElement('button', { type: 'button', ...attributes }, children);
  made.addEventListener('click', press);
  return made;
}
