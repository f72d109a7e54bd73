import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconFileDiff, IconList, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChangesBrief } from '../../../api/contract';
import { useChangeCounts } from './counts';
import type { Changes } from './use-changes';
import noteClasses from '../notes/notes.module.css';
import classes from './changes.module.css';

/** For who had opened an older version: how much is new, and the way to the first place. */
export function ChangesBanner({ brief, onFirst, onClose }: { brief: ChangesBrief; onFirst: () => void; onClose: () => void }) {
  const { t } = useTranslation('reading');
  const counts = useChangeCounts();
  return (
    <div className={classes.banner} role="status">
      <IconFileDiff size={22} aria-hidden className={classes.bannerIcon} />
      <span className={classes.bannerText}>{t('changes.banner', { number: brief.newerNumber, counts: counts.total(brief), older: brief.olderNumber })}</span>
      <Button variant="default" onClick={onFirst}>{t('changes.first')}</Button>
      <ActionIcon aria-label={t('changes.hide')} title={t('changes.hide')} onClick={onClose}><IconX size={22} aria-hidden /></ActionIcon>
    </div>
  );
}

/** From change to change while their list is closed. */
export function ChangeBar({ changes, onList }: { changes: Changes; onList: () => void }) {
  const { t } = useTranslation('reading');
  const { chosen, list, step, leave } = changes;
  const change = list[chosen?.index ?? 0];
  if (chosen === null || !change) return null;
  return (
    <div className={noteClasses.bar} role="toolbar" aria-label={t('changes.pane')}>
      <ActionIcon aria-label={t('changes.previous')} title={t('changes.previous')} onClick={() => step(-1)}><IconChevronUp size={22} aria-hidden /></ActionIcon>
      <span className={classes.barText} role="status">{t('changes.position', { position: chosen.index + 1, total: list.length, kind: t(`changes.kind.${change.kind}`) })}</span>
      <ActionIcon aria-label={t('changes.next')} title={t('changes.next')} onClick={() => step(1)}><IconChevronDown size={22} aria-hidden /></ActionIcon>
      <ActionIcon aria-label={t('changes.list')} title={t('changes.list')} onClick={onList}><IconList size={22} aria-hidden /></ActionIcon>
      <ActionIcon aria-label={t('changes.leave')} title={t('changes.leave')} onClick={leave}><IconX size={22} aria-hidden /></ActionIcon>
    </div>
  );
}
