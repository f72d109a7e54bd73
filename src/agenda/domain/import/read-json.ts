import { type ImportedAgenda, type ImportedItem, type ImportedMeeting, isJson, itemOf, type Json, lineOf, linesOf, listOf } from './imported.js';

type Read = (json: unknown) => Omit<ImportedAgenda, 'format'> | null;

const whole = (meetings: ImportedMeeting[], lines: number): Omit<ImportedAgenda, 'format'> => ({ meetings, lines });
const link = (value: unknown): string | null => (/^https?:\/\/\S+$/.test(lineOf(value)) ? lineOf(value) : null);
const named = (name: string, address: string): string => [name, address].filter((part) => part !== '').join(': ');

/** `MM-DD-YYYY`, `M/D/YYYY` or `YYYY-MM-DD…` with a time of twelve or twenty-four hours: wall clock `YYYY-MM-DDTHH:mm`. */
export function wallClock(date: string, time = ''): string | null {
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})/.exec(date);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?/.exec(date);
  const day = us ? `${us[3] ?? ''}-${(us[1] ?? '').padStart(2, '0')}-${(us[2] ?? '').padStart(2, '0')}` : iso ? `${iso[1] ?? ''}-${iso[2] ?? ''}-${iso[3] ?? ''}` : null;
  if (day === null) return null;
  const clock = /^(\d{1,2}):(\d{2})\s*([AP]M)?/i.exec(time);
  if (!clock) return `${day}T${iso?.[4] ?? '09'}:${iso?.[5] ?? '00'}`;
  const hour = Number(clock[1]) % 12 + (clock[3]?.toUpperCase() === 'PM' ? 12 : 0);
  return `${day}T${String(clock[3] ? hour : Number(clock[1])).padStart(2, '0')}:${clock[2] ?? '00'}`;
}

/** Legistar and its kin: a list of meetings without items; each remark and each notice or agenda in a file is a line for information. */
export const readLegistarEvents: Read = (json) => {
  const rows = isJson(json) ? listOf(json['data']) : listOf(json);
  const isEvents = rows.length > 0 && rows.every((row) => ('body' in row && 'date' in row) || ('Name' in row && 'Meeting Date' in row));
  if (!isEvents) return null;
  const meetings = rows.map((row) => ('Name' in row ? fromCalendar(row) : fromEvent(row)));
  return whole(meetings, linesOf(meetings));
};

const forInformation = (text: string, ...more: string[]): ImportedItem => itemOf({ text, kind: 'information', minutes: 0, more });

function fromEvent(row: Json): ImportedMeeting {
  const comment = lineOf(row['comment']);
  const files = listOf(row['files']).map((file) => forInformation(lineOf(file['fileName']) || lineOf(file['attachmentType']), lineOf(file['path'])));
  const items = comment === '' ? files : [forInformation(comment), ...files];
  return { title: lineOf(row['body']), startsAt: lineOf(row['date']) || null, endsAt: null, place: lineOf(row['location']), onlineLink: link(row['videoLink']), cancelled: /cancel/i.test(lineOf(row['status'])), items };
}

function fromCalendar(row: Json): ImportedMeeting {
  const label = (value: unknown): string => (isJson(value) ? lineOf(value['label']) : lineOf(value));
  const address = (value: unknown): string => (isJson(value) ? lineOf(value['url']) : '');
  const items = ['Agenda', 'Minutes', 'Meeting Details'].filter((name) => address(row[name]) !== '').map((name) => forInformation(label(row[name]), address(row[name])));
  const place = label(row['Meeting Location']);
  return { title: label(row['Name']), startsAt: wallClock(label(row['Meeting Date']), label(row['Meeting Time'])), endsAt: null, place, onlineLink: link(address(row['Video'])), cancelled: /cancel/i.test(place), items };
}

/** Items as Legistar's web service gives them (`/events/{id}/eventitems`). */
export const readLegistarItems: Read = (json) => {
  const rows = listOf(json);
  if (rows.length === 0 || !rows.every((row) => 'EventItemTitle' in row)) return null;
  const items = rows.map((row) => itemOf({ text: lineOf(row['EventItemTitle']), sponsor: lineOf(row['EventItemMover']), more: [lineOf(row['EventItemAgendaNote']), lineOf(row['EventItemActionText'])] }));
  return whole([{ title: '', startsAt: null, endsAt: null, place: '', onlineLink: null, cancelled: false, items }], 1 + rows.length);
};

/** Sections with items (AgendaMiner): the section is the heading, its items lie below it. */
export const readSections: Read = (json) => {
  if (!isJson(json) || !Array.isArray(json['meeting_sections'])) return null;
  const sections = listOf(json['meeting_sections']);
  const items = sections.map((section) => itemOf({ text: lineOf(section['section_name']), kind: 'standing', children: listOf(section['items']).map((item) => itemOf({ text: lineOf(item['item_text']) })) }));
  const lines = 1 + sections.reduce((sum, section) => sum + 1 + listOf(section['items']).length, 0);
  return whole([{ title: lineOf(json['agency']), startsAt: wallClock(lineOf(json['meeting_date'])), endsAt: null, place: '', onlineLink: null, cancelled: false, items }], lines);
};

interface Point {
  item: ImportedItem;
  heading: boolean;
}

/** Points that follow a heading lie below it. */
function below(points: Point[]): ImportedItem[] {
  const top: ImportedItem[] = [];
  let heading: ImportedItem | null = null;
  for (const { item, heading: isHeading } of points) {
    if (isHeading) heading = item;
    if (isHeading || heading === null) top.push(item);
    else heading.children.push(item);
  }
  return top;
}

/** A meeting of Notubiz, the source of the Dutch open council data (ORI). */
export const readNotubiz: Read = (json) => {
  if (!isJson(json) || !Array.isArray(json['agenda_items'])) return null;
  const attributes = isJson(json['attributes']) ? json['attributes'] : {};
  const planning = listOf(json['plannings'])[0] ?? {};
  let lines = 1;
  const readPoints = (value: unknown): ImportedItem[] => below(listOf(value).map((point) => {
    lines += 1;
    const facts = isJson(point['type_data']) ? point['type_data'] : {};
    const [title = '', ...rest] = listOf(facts['attributes']).map((attribute) => lineOf(attribute['value']));
    const documents = listOf(point['documents']).map((document) => named(lineOf(document['title']) || lineOf(document['filename']), lineOf(document['url'])));
    const heading = facts['heading'] === true;
    return { heading, item: itemOf({ text: title || lineOf(facts['title_prefix']), kind: heading ? 'standing' : null, more: [...rest, ...documents], children: readPoints(point['agenda_items']) }) };
  }));
  const items = readPoints(json['agenda_items']);
  const meeting = { title: lineOf(attributes['Titel']), startsAt: wallClock(lineOf(planning['start_date'])), endsAt: wallClock(lineOf(planning['end_date'])), place: lineOf(attributes['Locatie']), onlineLink: null, cancelled: false, items };
  return whole([meeting], lines);
};

/** A Popolo or ORI event with its agenda: `agenda`, `agenda_items` or `children`, each with a name or title. */
export const readPopolo: Read = (json) => {
  const events = isJson(json) && Array.isArray(json['events']) ? listOf(json['events']) : isJson(json) ? [json] : listOf(json);
  const agendaOf = (event: Json): Json[] => listOf(event['agenda'] ?? event['agenda_items'] ?? event['has_agenda_item'] ?? event['children']);
  if (events.length === 0 || !events.every((event) => 'name' in event && ('start_date' in event || agendaOf(event).length > 0))) return null;
  const readItems = (items: Json[]): ImportedItem[] => items.map((item) => itemOf({ text: lineOf(item['name'] ?? item['title']), more: [lineOf(item['description'])], children: readItems(agendaOf(item)) }));
  const meetings = events.map((event) => ({
    title: lineOf(event['name']), startsAt: lineOf(event['start_date']) || null, endsAt: lineOf(event['end_date']) || null, place: lineOf(isJson(event['location']) ? event['location']['name'] : event['location']),
    onlineLink: null, cancelled: /cancel/i.test(lineOf(event['status'])), items: readItems(agendaOf(event)),
  }));
  return whole(meetings, linesOf(meetings));
};
