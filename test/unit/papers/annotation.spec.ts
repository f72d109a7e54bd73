import { toAnnotation, type Annotated } from '../../../src/papers/domain/annotation.js';

const note: Annotated = {
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', kind: 'highlight', page: 3, quote: { exact: 'Điều 5', prefix: 'theo ', suffix: ' của' }, start: 10, end: 16, point: null, colour: 'green', text: 'Xem lại', strokes: [],
  createdAt: '2026-11-22T01:00:00.000Z', updatedAt: '2026-11-22T02:00:00.000Z',
};

describe('a note as a web annotation', () => {
  it('names the page, the words and their place', () => {
    expect(toAnnotation(note, 'urn:sha256:ab')).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:uuid:${note.id}`, type: 'Annotation', motivation: 'highlighting', created: note.createdAt, modified: note.updatedAt,
      body: [{ type: 'TextualBody', value: 'Xem lại', format: 'text/plain', purpose: 'commenting' }, { type: 'TextualBody', value: 'green', format: 'text/plain', purpose: 'tagging' }],
      target: { source: 'urn:sha256:ab', selector: { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc8118', value: 'page=3', refinedBy: [
        { type: 'TextQuoteSelector', exact: 'Điều 5', prefix: 'theo ', suffix: ' của' }, { type: 'TextPositionSelector', start: 10, end: 16 }] } },
    });
  });

  it('draws lines as SVG, and bookmarks a page by its number alone', () => {
    const drawn = toAnnotation({ ...note, kind: 'ink', quote: null, start: null, end: null, text: '', strokes: [{ id: note.id, points: [0.1, 0.2, 0.5, 0.3, 0.4, 0.5] }] }, 's');
    expect(drawn).toMatchObject({ body: [], target: { selector: { refinedBy: { type: 'SvgSelector', value: expect.stringContaining('d="M100 200 L300 400"') as unknown } } } });
    const marked = toAnnotation({ ...note, kind: 'bookmark', quote: null, start: null, end: null, text: '' }, 's');
    expect(marked).toMatchObject({ motivation: 'bookmarking', target: { selector: { value: 'page=3' } } });
    expect(JSON.stringify(marked)).not.toContain('refinedBy');
  });
});
