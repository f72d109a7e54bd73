import { Button } from '@mantine/core';
import { IconHandStop, IconMicrophone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Session } from '../../../api/contract';
import { useLocalised } from '../../../ui/localised';
import { Timer } from '../../../ui/timer';
import { floorQuery } from './api';
import { useFloor } from './use-floor';
import classes from './header-floor.module.css';

/** In the header while in session: the item's clock, who speaks, and one's own hand. */
export function HeaderFloor({ session, current }: { session: Session; current: AgendaItem }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const { data: floor } = useQuery(floorQuery(session.id));
  const { ask, act } = useFloor(session.id);
  const mine = floor?.waiting.find((turn) => turn.kind === 'speech' && (floor.can.run ? turn.memberId !== null && turn.memberId === session.myMemberId : turn.can.withdraw));
  const isSpeaking = floor?.speaking?.memberId !== undefined && floor.speaking.memberId !== null && floor.speaking.memberId === session.myMemberId;
  return (
    <div className={classes.floor}>
      {floor && current.runningSince !== null && <Timer clock={floor} startedAt={current.runningSince} spentSeconds={current.spentSeconds} minutes={current.minutes} label={t('item.timer')} />}
      {floor?.speaking && (
        <span className={classes.speaker} aria-live="polite"><IconMicrophone size={18} aria-hidden /><span className={classes.name}>{localised(floor.speaking.name, floor.speaking.nameEn)}</span><Timer clock={floor} startedAt={floor.speaking.startedAt} minutes={floor.speaking.minutes} label={t('floor.timer')} /></span>
      )}
      {floor?.can.ask === true && !isSpeaking && (
        <Button variant={mine ? 'light' : 'default'} color={mine ? 'teal' : 'gray'} aria-pressed={mine !== undefined} loading={ask.isPending || act.isPending} leftSection={<IconHandStop size={20} aria-hidden />}
          onClick={() => (mine ? act.mutate({ turnId: mine.id, act: 'withdraw' }) : ask.mutate({ itemId: current.id, entry: { kind: 'speech' } }))}>{t(mine ? 'floor.handDown' : 'floor.handUp')}</Button>
      )}
    </div>
  );
}
