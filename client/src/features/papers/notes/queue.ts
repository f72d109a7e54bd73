import type { QueryClient } from '@tanstack/react-query';
import type { Note, VersionNotes } from '../../../api/contract';
import { keepNote, type KeptNote, keptNotesOf, releaseNote } from '../../../api/kept-notes';
import { onLeaving } from '../../../api/leaving';
import { asRefusal, type Refusal } from '../../../api/refusal';
import { notesKey, versionNotesKey } from '../keys';
import { dropNote, putNote } from './api';
import { entryOf, joinFields, type NoteFields, type Pending, placeOf } from './pending';

const SEND_AFTER_MS = 500;
const AGAIN_AFTER_MS = 5_000;

export interface QueueState { pending: Pending; /** Changes that the server does not take. */ refused: ReadonlyMap<string, Refusal>; /** Those that the device has no room for: they are in this page alone. */ unkept: ReadonlySet<string> }

/** Changes of notes on their way to the server: one at a time, kept on the device until they are taken. */
export class NoteQueue {
  private state: QueueState = { pending: new Map(), refused: new Map(), unkept: new Set() };
  private readonly listeners = new Set<() => void>();
  private readonly loaded: Promise<void>;
  private sending: string | null = null;
  private timer = 0;
  private isClosed = false;

  constructor(private readonly accountId: string, private readonly client: QueryClient) {
    this.loaded = keptNotesOf(accountId).then((kept) => {
      if (this.isClosed) return;
      const before = new Map(kept.map((each) => [each.noteId, each]));
      this.set({ pending: new Map([...before, ...this.state.pending]) });
      this.sendAfter(0);
    });
    window.addEventListener('online', this.sendNow);
    window.addEventListener('beforeunload', this.askBeforeLeaving);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): QueueState => this.state;

  /** Makes a note; its id is chosen by the device. */
  make(noteId: string, versionId: string, fields: NoteFields): void {
    this.put({ accountId: this.accountId, noteId, versionId, base: 0, fields: { ...fields }, isDropped: false, stamp: 1 });
  }

  change(note: Note, more: Partial<NoteFields>): void {
    const old = this.state.pending.get(note.id);
    const fields = joinFields(old ? entryOf(old) : placeOf(note), more);
    const { versionId: _, base: __, ...rest } = { versionId: '', base: 0, ...fields };
    this.put({ accountId: this.accountId, noteId: note.id, versionId: note.versionId, base: old?.base ?? note.revision, fields: rest, isDropped: false, stamp: (old?.stamp ?? 0) + 1 });
  }

  drop(note: Note): void {
    const old = this.state.pending.get(note.id);
    if (old?.base === 0 && note.revision === 0 && this.sending !== note.id) {
      this.remove(note.id);
      return;
    }
    this.put({ accountId: this.accountId, noteId: note.id, versionId: note.versionId, base: old?.base ?? note.revision, fields: { ...placeOf(note) }, isDropped: true, stamp: (old?.stamp ?? 0) + 1 });
  }

  /** Takes a deletion back, whether the server knows of it or not. */
  restore(note: Note): void {
    const old = this.state.pending.get(note.id);
    const fields = { ...placeOf(note), colour: note.colour, text: note.text, ...(note.strokes.length > 0 ? { strokes: note.strokes } : {}), revive: true };
    // Words that the server still has are no change of them.
    this.put({ accountId: this.accountId, noteId: note.id, versionId: note.versionId, base: old?.base ?? note.revision, fields, isDropped: false, stamp: (old?.stamp ?? 0) + 1 });
  }

  close(): void {
    this.isClosed = true;
    window.clearTimeout(this.timer);
    window.removeEventListener('online', this.sendNow);
    window.removeEventListener('beforeunload', this.askBeforeLeaving);
    this.set({ pending: new Map(), refused: new Map(), unkept: new Set() });
  }

  readonly sendNow = (): void => this.sendAfter(0);

  private sendAfter(ms: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), ms);
  }

  private put(kept: KeptNote): void {
    const refused = new Map(this.state.refused);
    refused.delete(kept.noteId);
    this.set({ pending: new Map(this.state.pending).set(kept.noteId, kept), refused });
    void keepNote(kept).then((isKept) => this.noteKept(kept.noteId, isKept));
    this.sendAfter(SEND_AFTER_MS);
  }

  private noteKept(noteId: string, isKept: boolean): void {
    if (this.isClosed || isKept !== this.state.unkept.has(noteId) || !this.state.pending.has(noteId)) return;
    const unkept = new Set(this.state.unkept);
    if (isKept) unkept.delete(noteId);
    else unkept.add(noteId);
    this.set({ unkept });
  }

  private readonly askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    if (this.state.unkept.size > 0) event.preventDefault();
  };

  private remove(noteId: string): void {
    const pending = new Map(this.state.pending);
    pending.delete(noteId);
    const unkept = new Set(this.state.unkept);
    unkept.delete(noteId);
    this.set({ pending, unkept });
    void releaseNote(this.accountId, noteId);
  }

  private set(change: Partial<QueueState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private async send(): Promise<void> {
    await this.loaded;
    if (this.sending !== null || this.isClosed) return;
    const next = [...this.state.pending.values()].find(({ noteId }) => !this.state.refused.has(noteId));
    if (next === undefined) return;
    this.sending = next.noteId;
    try {
      const answer = await (next.isDropped ? dropNote(next.noteId, next.base) : putNote(next.noteId, entryOf(next)));
      await this.settle(next, answer);
      this.sending = null;
    } catch (error) {
      this.sending = null;
      if (!this.isClosed) this.fail(next, error);
      return;
    }
    this.sendAfter(0);
  }

  /** The server's note takes the place of ours; what was written meanwhile waits on it. */
  private async settle(sent: KeptNote, answer: Note): Promise<void> {
    const { versionId, noteId } = sent;
    const queryKey = versionNotesKey(versionId);
    // A list that was asked for before the server had the note would take it away again when it comes: it is asked for anew.
    const isAsked = this.client.isFetching({ queryKey }) > 0;
    await this.client.cancelQueries({ queryKey });
    if (this.isClosed) return;
    this.client.setQueryData<VersionNotes>(queryKey, (old) => {
      if (old === undefined) return old;
      const others = old.notes.filter(({ id }) => id !== answer.id);
      return { notes: answer.isDeleted ? others : [...others, answer], earlier: old.earlier.filter(({ id }) => id !== answer.carriedFrom) };
    });
    const now = this.state.pending.get(noteId);
    if (now?.stamp === sent.stamp) this.remove(noteId);
    else if (now) this.set({ pending: new Map(this.state.pending).set(noteId, { ...now, base: answer.revision }) });
    const isAsSent = answer.isDeleted === sent.isDropped && answer.id === noteId && (sent.isDropped || (sent.fields['text'] ?? answer.text) === answer.text);
    const stale = isAsSent && !isAsked ? [...notesKey, 'mine'] : notesKey;
    void this.client.invalidateQueries({ queryKey: stale });
  }

  private fail(sent: KeptNote, error: unknown): void {
    const refusal = asRefusal(error);
    const { status } = refusal;
    if (status === 404 && sent.isDropped) this.remove(sent.noteId);
    else if (status >= 400 && status < 500 && status !== 401 && status !== 429) this.set({ refused: new Map(this.state.refused).set(sent.noteId, refusal) });
    else {
      this.sendAfter(AGAIN_AFTER_MS);
      return;
    }
    this.sendAfter(0);
  }
}

let current: { accountId: string; queue: NoteQueue } | null = null;

export function noteQueueOf(accountId: string, client: QueryClient): NoteQueue {
  if (current?.accountId !== accountId) {
    current?.queue.close();
    current = { accountId, queue: new NoteQueue(accountId, client) };
  }
  return current.queue;
}

onLeaving(() => {
  current?.queue.close();
  current = null;
});
