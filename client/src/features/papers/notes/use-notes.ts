import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Me, Note, PaperVersion } from '../../../api/contract';
import type { Refusal } from '../../../api/refusal';
import { meKey } from '../../../api/query-client';
import type { PDFDocumentProxy } from '../reader/engine';
import { versionNotesQuery } from './api';
import { idOfCarried } from './carried-id';
import { carryNotes } from './carry';
import { PageTexts } from './page-text';
import { type NoteFields, withPending } from './pending';
import { noteQueueOf } from './queue';

export interface Notes {
  versionId: string;
  /** The paper may be taken away, with the reader's name on it. */
  mayCopy: boolean;
  texts: PageTexts;
  all: Note[];
  /** Of older versions, whose words are not in this one. */
  lost: Note[];
  /** How many changes wait to be sent, and why one is not taken. */
  waiting: number; /** Of those that wait, how many the device has no room for. */ unkept: number; refused: ReadonlyMap<string, Refusal>;
  make: (fields: NoteFields) => string;
  change: (note: Note, fields: Partial<NoteFields>) => void;
  drop: (note: Note) => void;
  /** What was deleted last, while it can be brought back by one tap. */
  dropped: Note | null;
  undo: () => void;
}

const UNDO_MS = 12_000;
const NONE: readonly Note[] = [];

/** An id that others cannot guess, also where the page came over plain http. */
export function newId(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** My notes on a version, and those shared with me. */
export function useNotes(document: PDFDocumentProxy, version: PaperVersion): Notes {
  const client = useQueryClient();
  const me = client.getQueryData<Me>(meKey);
  const accountId = me?.id ?? '';
  const queue = useMemo(() => noteQueueOf(accountId, client), [accountId, client]);
  const { pending, refused, unkept } = useSyncExternalStore(queue.subscribe, queue.get);
  const { data } = useQuery(versionNotesQuery(version.id));
  const texts = useMemo(() => new PageTexts(document), [document]);
  const by = useMemo(() => ({ id: accountId, name: me?.name ?? '', nameEn: me?.nameEn ?? null }), [accountId, me?.name, me?.nameEn]);
  const all = useMemo(() => withPending(data?.notes ?? NONE, pending, { versionId: version.id, by }), [data, pending, version.id, by]);
  const make = useCallback((fields: NoteFields) => {
    const id = newId();
    queue.make(id, version.id, fields);
    return id;
  }, [queue, version.id]);
  const lost = useCarried({ earlier: data?.earlier ?? NONE, all, version, texts, make: queue.make.bind(queue) });
  const [dropped, setDropped] = useState<Note | null>(null);
  useEffect(() => {
    if (dropped === null) return undefined;
    const timer = window.setTimeout(() => setDropped(null), UNDO_MS);
    return () => window.clearTimeout(timer);
  }, [dropped]);
  const change = useCallback((note: Note, fields: Partial<NoteFields>) => queue.change(note, fields), [queue]);
  const drop = useCallback((note: Note) => {
    queue.drop(note);
    setDropped(note);
  }, [queue]);
  const undo = useCallback(() => {
    if (dropped) queue.restore(dropped);
    setDropped(null);
  }, [queue, dropped]);
  return { versionId: version.id, mayCopy: version.mayCopy, texts, all, lost, waiting: pending.size, unkept: unkept.size, refused, make, change, drop, dropped, undo };
}

interface Carrying { earlier: readonly Note[]; all: readonly Note[]; version: PaperVersion; texts: PageTexts; make: (id: string, versionId: string, fields: NoteFields) => void }

/** Brings notes of older versions to where their words stand now; gives those whose words are gone. */
function useCarried({ earlier, all, version, texts, make }: Carrying): Note[] {
  const [isDone, setDone] = useState(false);
  const latest = useRef({ earlier, make });
  useEffect(() => { latest.current = { earlier, make }; });
  // The list is the same while its ids are.
  const key = earlier.map(({ id }) => id).join(' ');
  const isOut = version.releasedAt !== null;
  useEffect(() => {
    if (key === '' || !isOut) return undefined;
    const stop = new AbortController();
    // A paper that cannot be read now has lost no note: it is tried again when it is opened next.
    void carryNotes(latest.current.earlier, texts, stop.signal).then((carried) => {
      if (stop.signal.aborted) return;
      for (const { note, fields } of carried) latest.current.make(idOfCarried(note.id, version.id), version.id, fields);
      setDone(true);
    }, () => undefined);
    return () => stop.abort();
  }, [key, isOut, texts, version.id]);
  return useMemo(() => {
    if (!isDone) return [];
    const here = new Set(all.map(({ carriedFrom }) => carriedFrom));
    return earlier.filter(({ id }) => !here.has(id));
  }, [isDone, earlier, all]);
}
