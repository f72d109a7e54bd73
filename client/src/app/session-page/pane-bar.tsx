import { UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconCheckbox, IconFileText, IconListNumbers, IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Pane } from './use-panes';
import classes from './session-page.module.css';

const panes = [{ pane: 'agenda', Icon: IconListNumbers }, { pane: 'paper', Icon: IconFileText }, { pane: 'side', Icon: IconMessages }] as const;

/** On a phone: one pane at a time, chosen at the bottom. */
export function PaneBar({ pane, hasVote, onShow }: { pane: Pane; hasVote: boolean; onShow: (pane: Pane) => void }) {
  const { t } = useTranslation('sessionPage');
  return (
    <nav className={classes.paneBar} aria-label={t('panes')}>
      <Link to="/sessions" className={classes.paneButton} aria-label={t('back')}><IconArrowLeft size={24} stroke={1.6} aria-hidden /></Link>
      {panes.map(({ pane: each, Icon }) => {
        const Shown = each === 'side' && hasVote ? IconCheckbox : Icon;
        return <UnstyledButton key={each} className={classes.paneButton} aria-current={each === pane || undefined} onClick={() => onShow(each)}><Shown size={24} stroke={1.6} aria-hidden /><span>{t(`pane.${each}`)}</span></UnstyledButton>;
      })}
    </nav>
  );
}
