import { onLeaving } from './leaving';

/** A change of a note that the server has not taken yet. */
export interface KeptNote {
  accountId: string;
  noteId: string;
  versionId: string;
  /** The revision this device had seen. */
  base: number;
  /** The fields that changed, and where the note stands. */
  fields: Readonly<Record<string, unknown>>;
  isDropped: boolean;
  /** Counts the changes on this device: what was sent is let go only when nothing came after it. */
  stamp: number;
}

const NAME = 'e-cabinet-notes';
const STORE = 'changes';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['accountId', 'noteId'] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
}

/** A closed or full storage keeps nothing: then changes are there as long as the page is. */
async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await open();
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode);
        const request = act(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB'));
        transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB'));
      });
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

export async function keptNotesOf(accountId: string): Promise<KeptNote[]> {
  const all: KeptNote[] | null = await inStore('readonly', (store) => store.getAll());
  return (all ?? []).filter((kept) => kept.accountId === accountId);
}

/** Whether it could be kept. */
export const keepNote = async (kept: KeptNote): Promise<boolean> => (await inStore('readwrite', (store) => store.put(kept))) !== null;

export const releaseNote = (accountId: string, noteId: string): Promise<unknown> => inStore('readwrite', (store) => store.delete([accountId, noteId]));

/** Somebody is signed in: what others wrote on this device goes. Tells whether something of theirs waits to be sent. */
export async function keepNotesOf(accountId: string): Promise<boolean> {
  const all: KeptNote[] | null = await inStore('readonly', (store) => store.getAll());
  const others = (all ?? []).filter((kept) => kept.accountId !== accountId);
  for (const kept of others) await releaseNote(kept.accountId, kept.noteId);
  return (all ?? []).length > others.length;
}

// Who signs out leaves nothing behind; whose session only ran out finds it again.
onLeaving(() => void inStore('readwrite', (store) => store.clear()));
