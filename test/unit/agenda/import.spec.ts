import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readAgenda } from '../../../src/agenda/import/read-agenda.js';
import { type ImportedItem, itemOf, linesOf } from '../../../src/agenda/domain/import/imported.js';
import { wallClock } from '../../../src/agenda/domain/import/read-json.js';

const SHARED = path.resolve(import.meta.dirname, '../../../../shared/data/agenda');
const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/agenda');
const titles = (items: readonly ImportedItem[]): string[] => items.flatMap(({ title, children }) => [title, ...titles(children)]);
/** Every piece of text of at least two words, wherever it stands. */
const words = (items: readonly ImportedItem[]): string => JSON.stringify(items);

describe('agendas of other systems', () => {
  const real = existsSync(SHARED) ? [
    ['chi_citycouncil_legistar_events.json', 'legistarEvents', 99, 99], ['cook_board_legistar_events.json', 'legistarEvents', 167, 167],
    ['cupertino_usd_05-24-2016_agenda.json', 'sections', 1, 0], ['cupertino_usd_09-08-2015_agenda.json', 'sections', 1, 0], ['cupertino_usd_12-15-2015_agenda.json', 'sections', 1, 0], ['notubiz_meeting_amsterdam.json', 'notubiz', 1, 0],
  ] as const : [];

  it.each(real.length > 0 ? real : [['(no shared data here)', 'csv', 0, 0] as const])('reads %s as %s with no line lost', (file, format, meetings) => {
    if (real.length === 0) return expect(existsSync(SHARED)).toBe(false);
    const text = readFileSync(path.join(SHARED, file), 'utf8');
    const read = readAgenda(text);
    expect([read.format, read.meetings.length]).toEqual([format, meetings]);
    expect(linesOf(read.meetings)).toBe(read.lines);
    const kept = words(read.meetings.flatMap(({ items }) => items));
    const missing = textsOf(JSON.parse(text)).filter((item) => !kept.includes(JSON.stringify(item).slice(1, -1)));
    expect(missing).toEqual([]);
    return expect(read.meetings.every(({ title }) => title !== '')).toBe(true);
  });

  /** What a person would miss: the words of each item, as the file has them. */
  function textsOf(json: unknown): string[] {
    const found: string[] = [];
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        for (const [name, inner] of Object.entries(value)) {
          if ((name === 'item_text' || name === 'section_name' || name === 'value' || name === 'fileName' || name === 'comment') && typeof inner === 'string') found.push(inner.normalize('NFC').replace(/\s+/gu, ' ').trim());
          else if (name !== 'documents') walk(inner);
        }
      }
    };
    const meeting = json as { meeting_sections?: unknown; agenda_items?: unknown; data?: unknown };
    walk(meeting.meeting_sections ?? meeting.agenda_items ?? meeting.data ?? []);
    return found.filter((text) => text !== '');
  }

  it.each([
    ['legistar-items.json', 'legistarItems', ['Roll call', 'Ordinance amending Title 5']],
    ['popolo-event.json', 'popolo', ['Khai mạc', 'Thông qua chương trình', 'Góp ý chương trình']],
    ['chuong-trinh.csv', 'csv', ['Tình hình kinh tế – xã hội', 'Báo cáo của Bộ Kế hoạch và Đầu tư', 'Dự thảo Nghị quyết']],
  ])('reads %s as %s', (file, format, expected) => {
    const read = readAgenda(readFileSync(path.join(FIXTURES, file), 'utf8'));
    expect([read.format, titles(read.meetings.flatMap(({ items }) => items))]).toEqual([format, expected]);
  });

  it('reads kinds, minutes and what lies below from a CSV file, in Vietnamese too', () => {
    const { meetings: [meeting] } = readAgenda('STT;Nội dung;Loại;Phút\n1;Một;Báo cáo miệng;15\n1.1;Hai;;abc\n;Ba;decision;9999'.replaceAll(';', ','));
    expect(meeting?.items).toMatchObject([{ title: 'Một', kind: 'oral', minutes: 15, children: [{ title: 'Hai', kind: null, minutes: null }] }, { title: 'Ba', kind: 'decision', minutes: 1440 }]);
  });

  it.each(['{"a":1}', '[', '[1,2]', 'just words', '', '{"meeting_sections": 3}'])('refuses what it does not know: %s', (text) => {
    expect(() => readAgenda(text)).toThrow('agendaFormatUnknown');
  });

  it('cuts a long title at a word and keeps the whole in the summary', () => {
    const text = 'Nghị quyết '.repeat(60).trim();
    const item = itemOf({ text });
    expect(item.title.length).toBeLessThanOrEqual(300);
    expect(item.title.endsWith('…')).toBe(true);
    expect(item.summary).toBe(text);
  });

  it.each([
    ['05-24-2016', '', '2016-05-24T09:00'], ['12/13/2017', '11:00 AM', '2017-12-13T11:00'], ['7/18/2017', '12:00 PM', '2017-07-18T12:00'], ['7/18/2017', '12:30 AM', '2017-07-18T00:30'],
    ['2018-02-08 13:30:00', '', '2018-02-08T13:30'], ['soon', '', null],
  ])('reads the time %s %s as %s', (date, time, expected) => {
    expect(wallClock(date, time)).toBe(expected);
  });
});
