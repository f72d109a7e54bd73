import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Motion, Session } from '../../api/contract';
import { SeatMap, type SeatMark } from '../../features/sessions/room/seat-map';
import { motionQuery } from '../../features/voting/api';
import { type Counted, looks } from '../../features/voting/choice-look';
import { shownCounts } from '../../features/voting/result-sentence';
import { Sheet } from '../../ui/page';

/** The room by seats: who is there, and what each chose once a named vote is published. */
export function RoomMap({ session, motionId }: { session: Session; motionId: string | null }) {
  const { t } = useTranslation('room');
  const { data: motion } = useQuery({ ...motionQuery(motionId ?? ''), enabled: motionId !== null });
  const votes = useVotes(motion);
  const [asked, setAsked] = useState<{ motionId: string | null; shown: string }>({ motionId: null, shown: 'votes' });
  const shown = votes === null ? 'presence' : asked.motionId === motionId ? asked.shown : 'votes';
  return (
    <Sheet title={t('map.title')}>
      {votes !== null && <SegmentedControl fullWidth mb="sm" size="md" aria-label={t('map.shown')} value={shown} onChange={(next) => setAsked({ motionId, shown: next })} data={[{ value: 'votes', label: t('map.votes') }, { value: 'presence', label: t('map.presence') }]} />}
      <SeatMap session={session} votes={shown === 'votes' ? votes : null} />
    </Sheet>
  );
}

/** By seat number; null where the vote has no choice of one seat to show. */
function useVotes(motion: Motion | undefined) {
  const { t } = useTranslation('voting');
  const result = motion?.state === 'published' ? motion.result : null;
  if (result === null || result.options !== null || result.ballots.length === 0) return null;
  const markOf = (counted: Counted): SeatMark => ({ Icon: looks[counted].Icon, color: looks[counted].color, word: t(`choice.${counted}`) });
  return {
    seats: new Map(result.ballots.map(({ seatNumber, choice }) => [seatNumber, markOf(choice ?? 'notVoted')])),
    legend: shownCounts(result.tally).map((counted) => ({ ...markOf(counted), count: result.tally[counted] })),
  };
}
