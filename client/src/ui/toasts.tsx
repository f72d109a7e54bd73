import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './toasts.module.css';

interface Toast { id: number; text: string; isRefusal: boolean }

const MOST = 4;
const SHOWN_MS = { done: 4_500, refused: 14_000 };
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const drop = (id: number) => change(toasts.filter((toast) => toast.id !== id));

export function showToast(text: string, isRefusal: boolean): void {
  lastId += 1;
  const id = lastId;
  change([...toasts.filter((toast) => toast.text !== text), { id, text, isRefusal }].slice(-MOST));
  window.setTimeout(() => drop(id), isRefusal ? SHOWN_MS.refused : SHOWN_MS.done);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Short news in a corner; read out, above everything, gone by itself. */
export function Toasts() {
  const { t } = useTranslation('ui');
  const shown = useSyncExternalStore(subscribe, () => toasts);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown.length === 0) return;
    layer.current?.hidePopover();
    layer.current?.showPopover();
  }, [shown]);
  return (
    <div ref={layer} popover="manual" className={classes.layer} role="status" aria-live="polite">
      {shown.map(({ id, text, isRefusal }) => {
        const Icon = isRefusal ? IconAlertTriangle : IconCircleCheck;
        return <div key={id} className={classes.toast} data-refusal={isRefusal || undefined}><Icon size={22} stroke={1.7} aria-hidden /><span className={classes.text}>{text}</span><ActionIcon aria-label={t('close')} onClick={() => drop(id)}><IconX size={18} aria-hidden /></ActionIcon></div>;
      })}
    </div>
  );
}
