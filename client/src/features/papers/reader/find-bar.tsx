import { ActionIcon, Anchor, Checkbox, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconHighlight, IconX } from '@tabler/icons-react';
import { type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Find } from './use-find';
import classes from './reader.module.css';

interface FindBarProps {
  find: Find; count: number;
  /** Opened by the person, who goes on typing; not by a link. */
  isAsked: boolean;
  packAddress: ((words: string) => string) | null; onMark: () => void; onClose: () => void;
}

export function FindBar({ find, count, isAsked, packAddress, onMark, onClose }: FindBarProps) {
  const { t } = useTranslation('papers');
  const { options, setOptions, total, position, searched, isBusy, step } = find;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Escape') onClose();
  };
  const hasLooked = options.words.trim().length > 1 && !isBusy;
  return (
    <div className={classes.findBar} role="search">
      <TextInput className={classes.findBox ?? ''} aria-label={t('reader.find.words')} placeholder={t('reader.find.words')} value={options.words} autoFocus={isAsked} onKeyDown={onKeyDown} onChange={(event) => setOptions({ ...options, words: event.currentTarget.value })} />
      <ActionIcon aria-label={t('reader.find.previous')} disabled={total === 0} onClick={() => step(-1)}><IconChevronUp size={22} aria-hidden /></ActionIcon>
      <ActionIcon aria-label={t('reader.find.next')} disabled={total === 0} onClick={() => step(1)}><IconChevronDown size={22} aria-hidden /></ActionIcon>
      <span className={classes.counts} role="status">
        {total > 0 && t('reader.find.count', { position, total })}
        {total === 0 && hasLooked && t('reader.find.none')}
        {isBusy && ` ${t('reader.find.busy', { searched, count })}`}
      </span>
      {position > 0 && <ActionIcon aria-label={t('reader.find.mark')} title={t('reader.find.mark')} onClick={onMark}><IconHighlight size={22} aria-hidden /></ActionIcon>}
      <Checkbox size="md" label={t('reader.find.accents')} checked={options.isAccentExact} onChange={(event) => setOptions({ ...options, isAccentExact: event.currentTarget.checked })} />
      {packAddress !== null && options.words.trim().length > 1 && <Anchor component={Link} to={packAddress(options.words.trim())} className={classes.packFind ?? ''}>{t('reader.find.pack')}</Anchor>}
      <ActionIcon className={classes.findClose ?? ''} aria-label={t('reader.find.close')} onClick={onClose}><IconX size={22} aria-hidden /></ActionIcon>
    </div>
  );
}
