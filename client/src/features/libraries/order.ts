export const ORDERS = ['newest', 'oldest', 'title'] as const;
export type LinkOrder = (typeof ORDERS)[number];

export const isOrder = (value: string): value is LinkOrder => ORDERS.some((order) => order === value);

/** Newest first is how the server gives them. Titles by the alphabet of the language. */
export function ordered<Link extends { title: string }>(links: readonly Link[], order: LinkOrder, language: string): Link[] {
  if (order === 'newest') return [...links];
  if (order === 'oldest') return [...links].reverse();
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...links].sort((left, right) => compare(left.title, right.title));
}
