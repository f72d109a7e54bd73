import { UnstyledButton } from '@mantine/core';
import { IconCheckbox, IconClockExclamation, IconFileText, IconFlag, IconMessage, IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../api/contract';
import type { StyleWithProperties } from '../../ui/css';
import { useLocalised } from '../../ui/localised';
import { StandIcon } from './stand-icon';
import classes from './agenda.module.css';

interface ItemEntryProps { item: AgendaItem; depth: number; isShown: boolean; isCurrent: boolean; onOpen: () => void }

/** One line of the agenda: what it is, and what one should know before opening it. */
export function ItemEntry({ item, depth, isShown, isCurrent, onOpen }: ItemEntryProps) {
  const { t } = useTranslation('agenda');
  const localised = useLocalised();
  const isVoteOpen = item.motions.some(({ state }) => state === 'open' || state === 'paused');
  const isLate = item.papers.some(({ late }) => late);
  return (
    <UnstyledButton className={classes.entry} style={{ '--depth': depth } as StyleWithProperties} aria-current={isShown || undefined} onClick={onOpen} data-item={item.id}>
      <span className={classes.number}>{item.number}</span>
      <span>
        {isCurrent && <span className={classes.mark}><IconSpeakerphone size={16} aria-hidden />{t('mark.current')}</span>}
        <span className={classes.title}>{localised(item.title, item.titleEn)}</span>
        <span className={classes.details}>
          <span>{[t(`kind.${item.kind}`), item.sponsor ?? '', t('minutes', { count: item.minutes })].filter((part) => part !== '').join(' · ')}</span>
          {isVoteOpen && <span className={classes.mark}><IconCheckbox size={15} aria-hidden />{t('mark.vote')}</span>}
          {item.outcome && <span className={classes.fact}><IconFlag size={15} aria-hidden />{t(`outcome.${item.outcome}`)}</span>}
          {item.papers.length > 0 && <span className={classes.fact} title={t('papers', { count: item.papers.length })}><IconFileText size={15} aria-hidden />{item.papers.length}<span className="visually-hidden">{t('papers', { count: item.papers.length })}</span></span>}
          {item.commentCount > 0 && <span className={classes.fact} title={t('comments', { count: item.commentCount })}><IconMessage size={15} aria-hidden />{item.commentCount}<span className="visually-hidden">{t('comments', { count: item.commentCount })}</span></span>}
          {isLate && <span className={classes.fact}><IconClockExclamation size={15} aria-hidden />{t('mark.late')}</span>}
          {item.myPosition && <span className={classes.fact}><StandIcon stand={item.myPosition} size={15} />{t(`stand.${item.myPosition}`)}</span>}
        </span>
      </span>
    </UnstyledButton>
  );
}
