import { readFileSync } from 'node:fs';
import type { OccasionKind } from '../domain/occasions.js';

export type Language = 'vi' | 'en';

interface Words {
  subject: string;
  line: string;
}

interface Vocabulary {
  kinds: Record<OccasionKind, Words>;
  /** Said to an assistant. */
  ofAssisted: string;
  signIn: string;
  why: string;
  calendar: Record<'session' | 'deadline' | 'of', string>;
}

const WORDS = JSON.parse(readFileSync(new URL('./notification-words.json', import.meta.url), 'utf8')) as Record<Language, Vocabulary>;

/** What leaves the house about an occasion. It names no title, no person and no matter: who it is for signs in to learn more. (security.md, Rights) */
export interface Message {
  subject: string;
  line: string;
  link: string;
}

export interface Addressee {
  kind: OccasionKind;
  language: Language;
  /** It is about a member whom the person assists. */
  isAssistant: boolean;
  /** How many a digest gathers. */
  count: number;
}

export function messageOf({ kind, language, isAssistant, count }: Addressee, base: string): Message {
  const { kinds, ofAssisted } = WORDS[language];
  const { subject, line } = kinds[kind];
  const filled = (text: string): string => text.replace('{{count}}', String(count));
  return { subject: filled(subject), line: `${filled(line)}${isAssistant ? ` ${ofAssisted}` : ''}`, link: `${base}/notifications` };
}

/** The same as the text of a mail. */
export function mailText({ line, link }: Message, language: Language): string {
  const { signIn, why } = WORDS[language];
  return [line, '', `${signIn} ${link}`, '', '-- ', why, ''].join('\n');
}

/** The same in as few letters as a telephone takes. */
export function smsText({ line, link }: Message): string {
  return `e-Cabinet: ${line} ${link}`;
}

export function calendarWords(language: Language): Vocabulary['calendar'] {
  return WORDS[language].calendar;
}
