export interface ElementOptions {
  readonly className?: string;
  /** Shown as it is: never markup. */
  readonly text?: string;
  readonly children?: readonly Node[];
}

/** Makes an element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { className, text, children = [] }: ElementOptions,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
}

/** Makes a button; `label` is what a screen reader says where the text alone would not do. */
export function button(text: string, onClick: () => void, label?: string): HTMLButtonElement {
  const made = element('button', { text });
  made.type = 'button';
  if (label !== undefined) made.setAttribute('aria-label', label);
  made.addEventListener('click', onClick);
  return made;
}
