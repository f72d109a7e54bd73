import { ordered } from '../../../client/src/features/libraries/order.js';

const link = (title: string) => ({ id: title, paperId: title, title, pages: 1, version: 1, size: 1, addedAt: '', itemId: null, requestId: null, sessionId: null, sessionTitle: null, sessionTitleEn: null });

describe('papers of a folder', () => {
  it('stand as they were added, the other way round, or by the alphabet of Vietnamese, numbers by their size', () => {
    const links = ['Phụ lục 10', 'Đề án', 'Phụ lục 2', 'Dự thảo', 'Ảnh'].map(link);
    const titles = (order: 'newest' | 'oldest' | 'title') => ordered(links, order, 'vi').map(({ title }) => title);
    expect(titles('newest')).toEqual(['Phụ lục 10', 'Đề án', 'Phụ lục 2', 'Dự thảo', 'Ảnh']);
    expect(titles('oldest')).toEqual(['Ảnh', 'Dự thảo', 'Phụ lục 2', 'Đề án', 'Phụ lục 10']);
    expect(titles('title')).toEqual(['Ảnh', 'Dự thảo', 'Đề án', 'Phụ lục 2', 'Phụ lục 10']);
  });
});
