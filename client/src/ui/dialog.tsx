import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

interface DialogProps { title: string; size?: 'md' | 'lg' | 'full'; closeOnClickOutside?: boolean; onClose: () => void; children: ReactNode }

/** The browser's own dialog: it holds the focus, Escape closes it, and the focus goes back where it was. */
export function Dialog({ title, size = 'md', closeOnClickOutside = true, onClose, children }: DialogProps) {
  const { t } = useTranslation('ui');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    if (!element.open) element.showModal();
    (element.querySelector<HTMLElement>('[data-autofocus]') ?? element.querySelector<HTMLElement>('form input, form textarea, form select'))?.focus();
    return () => element.close();
  }, []);
  const onClick = (event: MouseEvent) => {
    if (closeOnClickOutside && event.target === dialog.current) onClose();
  };
  return (
    <dialog ref={dialog} className={classes.dialog} data-size={size} aria-labelledby={titleId} onCancel={(event) => { event.preventDefault(); onClose(); }} onClick={onClick} onKeyDown={(event) => event.stopPropagation()}>
      <div className={classes.inner}>
        <header className={classes.head}><h2 id={titleId} className={classes.title}>{title}</h2><ActionIcon aria-label={t('close')} onClick={onClose}><IconX size={20} aria-hidden /></ActionIcon></header>
        {children}
      </div>
    </dialog>
  );
}
