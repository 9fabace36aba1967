import { button } from './element.ts';

export interface CitationOptions {
  /** How many passages there are; a number above it is no citation. */
  readonly count: number;
  /** What a screen reader says before the number. */
  readonly label: string;
  /** Goes to a passage, counted from 1. */
  readonly goTo: (number: number) => void;
}

/** Turns `[1]` in a text into a button that leads to the first passage; code and links stay as they are. */
export function linkCitations(root: DocumentFragment, options: CitationOptions): DocumentFragment {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text && currentNode.parentElement?.closest('code, a') == null) {
      texts.push(currentNode);
    }
  }
  for (const text of texts) text.replaceWith(...linked(text.data, options));
  return root;
}

function linked(text: string, { count, label, goTo }: CitationOptions): readonly (string | Node)[] {
  return text.split(/(\[\d{1,3}\])/).map((part) => {
    const number = Number(/^\[(\d+)\]$/.exec(part)?.[1]);
    if (!(number >= 1 && number <= count)) return part;
    const link = button(part, () => goTo(number), `${label} ${number}`);
    link.className = 'link citation';
    return link;
  });
}
