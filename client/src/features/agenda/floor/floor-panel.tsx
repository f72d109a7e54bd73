import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconHandStop, IconMicrophone, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../api/contract';
import { useLocalised } from '../../../ui/localised';
import { Empty, QueryView } from '../../../ui/states';
import { Timer } from '../../../ui/timer';
import { type FloorHeard, floorQuery } from './api';
import { AskForm } from './ask-form';
import { Spoken } from './spoken';
import { TurnRow } from './turn-row';
import { useFloor } from './use-floor';
import classes from './floor.module.css';

/** Who speaks, who waits, and who has not spoken yet; hand up with one tap. */
export function FloorPanel({ session }: { session: Session }) {
  const query = useQuery(floorQuery(session.id));
  return <QueryView query={query} rows={3}>{(floor) => <FloorView session={session} floor={floor} />}</QueryView>;
}

function FloorView({ session, floor }: { session: Session; floor: FloorHeard }) {
  const { t } = useTranslation('meeting');
  const [isAsking, setAsking] = useState(false);
  const { ask, act } = useFloor(session.id);
  const itemId = session.currentItemId;
  const isWaiting = (kind: string) => floor.waiting.some((turn) => turn.kind === kind && turn.can.withdraw && (!floor.can.run || turn.memberId === session.myMemberId));
  if (itemId === null && floor.done.length === 0) return <Empty icon={<IconMicrophone size={36} stroke={1.4} />} title={t('floor.empty.title')}>{t(session.state === 'inSession' ? 'floor.empty.noItem' : 'floor.empty.text')}</Empty>;
  return (
    <Stack gap="lg">
      {floor.can.ask && itemId !== null && (
        <Group gap="xs" role="group" aria-label={t('floor.mine')}>
          <Button variant={floor.can.run ? 'default' : 'filled'} leftSection={<IconHandStop size={20} aria-hidden />} disabled={isWaiting('speech')} loading={ask.isPending} onClick={() => ask.mutate({ itemId, entry: { kind: 'speech' } })}>{t(isWaiting('speech') ? 'floor.handIsUp' : 'floor.handUp')}</Button>
          <Button variant="default" disabled={isWaiting('intervention')} onClick={() => ask.mutate({ itemId, entry: { kind: 'intervention' } })}>{t('kind.intervention')}</Button>
          <Button variant="default" disabled={isWaiting('pointOfOrder')} onClick={() => ask.mutate({ itemId, entry: { kind: 'pointOfOrder' } })}>{t('kind.pointOfOrder')}</Button>
        </Group>
      )}
      <Speaking floor={floor} onEnd={(turnId) => act.mutate({ turnId, act: 'end' })} onExtend={(turnId) => act.mutate({ turnId, act: 'extend', minutes: 1 })} />
      <section aria-label={t('floor.waiting')}>
        <Group justify="space-between" mb={4}>
          <Title order={2} size="h3">{t('floor.waiting')}</Title>
          {floor.can.run && itemId !== null && <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsking(true)}>{t('floor.add')}</Button>}
        </Group>
        {floor.waiting.length === 0 ? <Text c="dimmed">{t('floor.noneWaiting')}</Text>
          : <ol className={classes.queue}>{floor.waiting.map((turn, index) => <TurnRow key={turn.id} turn={turn} place={index + 1} isBusy={act.isPending} canMove={floor.can.run} onAct={(change) => act.mutate({ turnId: turn.id, ...change })} />)}</ol>}
      </section>
      <Spoken floor={floor} />
      {isAsking && itemId !== null && <AskForm members={session.attendance} isBusy={ask.isPending} onAsk={(entry) => ask.mutate({ itemId, entry }, { onSuccess: () => setAsking(false) })} onClose={() => setAsking(false)} />}
    </Stack>
  );
}

interface SpeakingProps { floor: FloorHeard; onEnd: (turnId: string) => void; onExtend: (turnId: string) => void }

function Speaking({ floor, onEnd, onExtend }: SpeakingProps) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const turn = floor.speaking;
  return (
    <section aria-label={t('floor.speaking')} aria-live="polite" className={classes.speaking} data-somebody={turn !== null || undefined}>
      <Text size="sm" c="dimmed">{t('floor.speaking')}</Text>
      {turn === null ? <Text>{t('floor.nobody')}</Text> : (
        <>
          <Text fw={600} size="lg">{localised(turn.name, turn.nameEn)}</Text>
          <Group gap="md" mt={4}><Text size="sm">{t(`kind.${turn.kind}`)}</Text><Timer clock={floor} startedAt={turn.startedAt} minutes={turn.minutes} label={t('floor.timer')} /></Group>
          {turn.can.end && <Group gap="xs" mt="sm"><Button variant="default" onClick={() => onEnd(turn.id)}>{t('floor.end')}</Button><Button variant="default" onClick={() => onExtend(turn.id)}>{t('floor.extend')}</Button></Group>}
        </>
      )}
    </section>
  );
}
