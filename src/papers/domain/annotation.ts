import type { NoteColour, NoteKind, Stroke } from './note-merge.js';

/** A note as it leaves the house. */
export interface Annotated {
  id: string;
  kind: NoteKind;
  page: number;
  quote: { exact: string; prefix: string; suffix: string } | null;
  start: number | null;
  end: number | null;
  point: number[] | null;
  colour: NoteColour;
  text: string;
  strokes: Stroke[];
  createdAt: string;
  updatedAt: string;
}

export type JsonLd = Record<string, unknown>;

const MOTIVATION: Record<NoteKind, string> = { highlight: 'highlighting', text: 'commenting', ink: 'commenting', bookmark: 'bookmarking' };

/** SVG is drawn on a page of 1000 units in width and height: shares of the page, as whole numbers. */
const UNITS = 1000;
const units = (share: number): number => Math.round(share * UNITS);

/**
 * An annotation of the Web Annotation Data Model (W3C Recommendation of 23 February 2017): the page by a fragment of RFC 8118, refined by the
 * quoted text and its place in the page's text, or by the drawing as SVG.
 */
export function toAnnotation(note: Annotated, source: string): JsonLd {
  const refinements = [
    ...(note.quote ? [{ type: 'TextQuoteSelector', ...note.quote }] : []),
    ...(note.start !== null && note.end !== null ? [{ type: 'TextPositionSelector', start: note.start, end: note.end }] : []),
    ...(note.strokes.length > 0 ? [{ type: 'SvgSelector', value: toSvg(note.strokes) }] : []),
    ...(note.point ? [{ type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: `xywh=percent:${note.point.map((share) => Math.round(share * 1000) / 10).join(',')},0,0` }] : []),
  ];
  const page = { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc8118', value: `page=${note.page}` };
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:uuid:${note.id}`, type: 'Annotation', motivation: MOTIVATION[note.kind], created: note.createdAt, modified: note.updatedAt,
    body: [
      ...(note.text === '' ? [] : [{ type: 'TextualBody', value: note.text, format: 'text/plain', purpose: 'commenting' }]),
      ...(note.kind === 'highlight' ? [{ type: 'TextualBody', value: note.colour, format: 'text/plain', purpose: 'tagging' }] : []),
    ],
    target: { source, selector: refinements.length === 0 ? page : { ...page, refinedBy: refinements.length === 1 ? refinements[0] : refinements } },
  };
}

function toSvg(strokes: readonly Stroke[]): string {
  const paths = strokes.map(({ points }) => {
    const places: string[] = [];
    for (let at = 0; at + 1 < points.length; at += 3) places.push(`${units(points[at] ?? 0)} ${units(points[at + 1] ?? 0)}`);
    return `<path fill="none" stroke="currentColor" d="M${places.join(' L')}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${UNITS} ${UNITS}" preserveAspectRatio="none">${paths.join('')}</svg>`;
}
