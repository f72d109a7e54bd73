/** A table of a demo paper; the first row of cells is the head. */
export interface SeedTable {
  caption: string;
  head: string[];
  /** Relative widths of the columns. */
  widths: number[];
  rows: string[][];
}

/** A bar chart of a demo paper. */
export interface SeedChart {
  caption: string;
  unit: string;
  bars: { label: string; value: number }[];
}

/** A part of the text, in order. */
export type SeedBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'article'; number: number; title: string; clauses: string[] }
  | { kind: 'table'; table: SeedTable }
  | { kind: 'chart'; chart: SeedChart }
  | { kind: 'pageBreak' };

/** A demo paper in the form of Nghị định 30/2020/NĐ-CP: who issues it, to whom, about what, and the text. Offices only, no persons. */
export interface SeedDocument {
  /** Name in the catalogue, unique; also the file's name without `.pdf`. */
  key: string;
  /** Title shown in the list of papers. */
  title: string;
  /** Superior body above the issuer's name, when there is one. */
  superior?: string;
  issuer: string;
  /** Số, ký hiệu. Without it: a draft, whose number is left open. */
  number?: string;
  place: string;
  /** ISO date. */
  date: string;
  /** Tên loại: TỜ TRÌNH, BÁO CÁO … */
  type: string;
  /** Trích yếu. */
  subject: string;
  addressee?: string;
  isDraft?: boolean;
  /** Căn cứ ban hành. */
  grounds?: string[];
  blocks: SeedBlock[];
  /** Quyền hạn, chức vụ: `['TM. CHÍNH PHỦ', 'THỦ TƯỚNG']`. */
  signedBy: string[];
  recipients: string[];
}

export const heading = (level: 1 | 2 | 3, text: string): SeedBlock => ({ kind: 'heading', level, text });
export const paragraph = (text: string): SeedBlock => ({ kind: 'paragraph', text });
export const paragraphs = (...texts: string[]): SeedBlock[] => texts.map(paragraph);
export const list = (...items: string[]): SeedBlock => ({ kind: 'list', items });
export const article = (number: number, title: string, ...clauses: string[]): SeedBlock => ({ kind: 'article', number, title, clauses });
export const table = (parts: SeedTable): SeedBlock => ({ kind: 'table', table: parts });
export const chart = (parts: SeedChart): SeedBlock => ({ kind: 'chart', chart: parts });
export const pageBreak: SeedBlock = { kind: 'pageBreak' };
