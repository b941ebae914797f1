import { contrast } from './contrast.ts';
import { mono } from './mono.ts';
import { standard } from './standard.ts';
import type { Theme } from './theme.ts';

/** The themes that come along; the first is the one used where none is asked for. */
export const themes: readonly Theme[] = [standard, mono, contrast];
