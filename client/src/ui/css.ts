import type { CSSProperties } from 'react';

/** Lets a component hand a custom property (`--bar`) to its style sheet. */
export type StyleWithProperties = CSSProperties & Readonly<Record<`--${string}`, string | number>>;
