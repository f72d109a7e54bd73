import { PACK_DATABASE, packOwner } from './owner';
import type { Sealed } from './sealing';

export interface DeviceRow {
  id: string;
  /** Shown to the server when nobody is signed in, to ask whether this device may keep what it has. */
  secret: string;
  accountId: string;
  key: CryptoKey;
  /** When the server was heard of last. */
  contactAt: number;
  /** The latest time this device has known: a clock that is turned back does not make papers younger. */
  latestAt: number;
  keepMs: number;
}

export interface PaperRow { versionId: string; paperId: string; sessionId: string; size: number; takenAt: number; fileKey: Sealed; /** Title and number. */ label: Sealed }

export interface AnswerRow { hash: string; at: number; sealed: Sealed }

type Name = 'device' | 'papers' | 'pieces' | 'answers';
const NAMES: Name[] = ['device', 'papers', 'pieces', 'answers'];
const IT = 'it';

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  // Whoever left meanwhile has left: nothing is made anew behind them.
  if (packOwner() === null) return Promise.reject(new Error('nobody keeps papers here'));
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = window.indexedDB.open(PACK_DATABASE, 1);
    request.onupgradeneeded = () => { for (const name of NAMES) request.result.createObjectStore(name); };
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
    request.onsuccess = () => {
      const close = () => { opening = null; };
      request.result.onclose = close;
      // It is being deleted, here or in another window.
      request.result.onversionchange = () => {
        request.result.close();
        close();
      };
      resolve(request.result);
    };
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function within<T>(name: Name, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error ?? new Error('indexedDB'));
  });
}

const allPieces = (versionId: string): IDBKeyRange => IDBKeyRange.bound([versionId, 0], [versionId, Infinity]);

export const rows = {
  device: (): Promise<DeviceRow | undefined> => within('device', 'readonly', (store) => store.get(IT) as IDBRequest<DeviceRow | undefined>),
  putDevice: (row: DeviceRow) => within('device', 'readwrite', (store) => store.put(row, IT)),
  papers: (): Promise<PaperRow[]> => within('papers', 'readonly', (store) => store.getAll() as IDBRequest<PaperRow[]>),
  paper: (versionId: string): Promise<PaperRow | undefined> => within('papers', 'readonly', (store) => store.get(versionId) as IDBRequest<PaperRow | undefined>),
  putPaper: (row: PaperRow) => within('papers', 'readwrite', (store) => store.put(row, row.versionId)),
  /** The row goes first: pieces without one are nobody's, and are swept away. */
  async dropPaper(versionId: string): Promise<void> {
    await within('papers', 'readwrite', (store) => store.delete(versionId));
    await rows.dropPieces(versionId);
  },
  pieces: (versionId: string, first: number, last: number): Promise<ArrayBuffer[]> => within('pieces', 'readonly', (store) => store.getAll(IDBKeyRange.bound([versionId, first], [versionId, last])) as IDBRequest<ArrayBuffer[]>),
  putPiece: (versionId: string, index: number, piece: ArrayBuffer) => within('pieces', 'readwrite', (store) => store.put(piece, [versionId, index])),
  dropPieces: (versionId: string) => within('pieces', 'readwrite', (store) => store.delete(allPieces(versionId))),
  pieceKeys: (): Promise<IDBValidKey[]> => within('pieces', 'readonly', (store) => store.getAllKeys()),
  answers: (): Promise<AnswerRow[]> => within('answers', 'readonly', (store) => store.getAll() as IDBRequest<AnswerRow[]>),
  answer: (hash: string): Promise<AnswerRow | undefined> => within('answers', 'readonly', (store) => store.get(hash) as IDBRequest<AnswerRow | undefined>),
  putAnswer: (row: AnswerRow) => within('answers', 'readwrite', (store) => store.put(row, row.hash)),
  dropAnswer: (hash: string) => within('answers', 'readwrite', (store) => store.delete(hash)),
};
