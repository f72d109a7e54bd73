import { useCallback, useEffect, useRef, useState } from 'react';
import { addPaper, type PaperOwner } from './api';

export interface Upload { key: number; file: File; share: number; state: 'waiting' | 'sending' | 'done' | 'refused'; error: unknown }

/** What is said of a file, asked when its turn comes. */
export type FieldsOf = (file: File) => Readonly<Record<string, string>>;

export interface Uploads { list: Upload[]; add: (files: readonly File[]) => void; stop: (key: number) => void; retry: (key: number) => void; clear: (key: number) => void }

/** Sends files one after another; each has its own progress and its own refusal, and one refused file stops no other. */
export function useUploads(owner: PaperOwner, onAdded: () => void, fieldsOf: FieldsOf = () => ({})): Uploads {
  const [list, setList] = useState<Upload[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const stops = useRef(new Map<number, AbortController>());
  const next = useRef(1);
  const fields = useRef(fieldsOf);
  useEffect(() => { fields.current = fieldsOf; });
  const change = useCallback((key: number, part: Partial<Upload>) => setList((old) => old.map((each) => (each.key === key ? { ...each, ...part } : each))), []);

  const { kind, id } = owner;
  const enqueue = useCallback((key: number, file: File) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    line.current = line.current.then(async () => {
      if (stop.signal.aborted) return;
      change(key, { state: 'sending', share: 0 });
      try {
        await addPaper({ kind, id }, { file, fields: fields.current(file) }, (share) => change(key, { share }), stop.signal);
        change(key, { state: 'done', share: 1 });
        onAdded();
      } catch (error) {
        change(key, { state: 'refused', error });
      }
    });
  }, [kind, id, change, onAdded]);

  const add = useCallback((files: readonly File[]) => {
    for (const file of files) {
      const key = next.current;
      next.current += 1;
      setList((old) => [...old, { key, file, share: 0, state: 'waiting', error: null }]);
      enqueue(key, file);
    }
  }, [enqueue]);
  const clear = useCallback((key: number) => setList((old) => old.filter((each) => each.key !== key)), []);
  const stop = useCallback((key: number) => {
    stops.current.get(key)?.abort();
    clear(key);
  }, [clear]);
  const retry = useCallback((key: number) => {
    const upload = list.find((each) => each.key === key);
    if (!upload) return;
    change(key, { state: 'waiting', error: null });
    enqueue(key, upload.file);
  }, [list, change, enqueue]);
  return { list, add, stop, retry, clear };
}
