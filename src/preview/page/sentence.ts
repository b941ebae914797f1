import { htmlElement } from './html-element.ts';

/**
 * A sentence of flowc's own, which is English, with the labels in it: what stands between quotation marks is read from
 * its own side and moves nothing around it.
 */
export const sentence = (text: string): readonly (Node | string)[] =>
  text
    .split(/(?<=“)([^”]*)(?=”)/)
    .map((part, index) => (index % 2 === 1 ? htmlElement('bdi', {}, [part]) : part));
