import { align } from './alignment.ts';
import { findMoved, isDoubled, moveFinder } from './moved.ts';

/** How a text that was changed is compared with what it was. Most letters are as they were: in Node it stands in a bundle of its own. */
export const CHANGES = { align, findMoved, isDoubled, moveFinder };
