import { textOf } from '../../repository/support/files.ts';

/** A block of code of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** Every block of code of a page. */
export function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}
