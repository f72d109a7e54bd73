import { Button, Group, Stack, Text, Textarea, Title, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, PositionStand } from '../../api/contract';
import { DraftNote, useDraft } from '../../ui/draft';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { QueryView, RefusalNote } from '../../ui/states';
import { positionsQuery, takePosition } from './api';
import { positionsKey } from './keys';
import { StandIcon } from './stand-icon';
import classes from './agenda.module.css';

const stands: PositionStand[] = ['noObjection', 'objection', 'wishToSpeak'];

/** Before the session: no objection, objection, or wish to speak. */
export function PositionsPanel({ item, sessionId }: { item: AgendaItem; sessionId: string }) {
  const { t } = useTranslation('agenda');
  return (
    <Stack gap="lg">
      {item.can.takePosition ? <MyPosition key={`${item.id}-${item.myPosition}`} item={item} sessionId={sessionId} /> : <Text c="dimmed">{item.myPosition ? t('mark.position', { stand: t(`stand.${item.myPosition}`) }) : t('position.closed')}</Text>}
      <MemberPositions itemId={item.id} />
    </Stack>
  );
}

interface Words { stand: PositionStand | null; text: string }

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'stand' in value && (value.stand === null || stands.some((each) => each === value.stand));

function MyPosition({ item, sessionId }: { item: AgendaItem; sessionId: string }) {
  const { t } = useTranslation('agenda');
  const client = useQueryClient();
  const notify = useNotify();
  const draft = useDraft<Words>(`position:${item.id}`, { stand: item.myPosition, text: item.myPositionText ?? '' }, isWords);
  const { stand, text } = draft.value;
  const send = useMutation({
    mutationFn: (entry: { stand: PositionStand | null; text?: string }) => takePosition(item.id, entry),
    onSuccess: (_, entry) => {
      draft.sent();
      void client.invalidateQueries({ queryKey: ['session', sessionId] });
      void client.invalidateQueries({ queryKey: positionsKey(item.id) });
      void client.invalidateQueries({ queryKey: ['desk'] });
      notify.done(t(entry.stand === null ? 'position.cleared' : 'position.saved'));
    },
  });
  const isChanged = stand !== item.myPosition || text !== (item.myPositionText ?? '');
  return (
    <section aria-labelledby="my-position">
      <Title order={2} size="h3" id="my-position" mb="sm">{t('position.title')}</Title>
      <Stack gap="xs" role="radiogroup" aria-labelledby="my-position">
        {stands.map((each) => (
          <UnstyledButton key={each} role="radio" aria-checked={stand === each} className={classes.stand} data-chosen={stand === each || undefined} onClick={() => draft.change({ stand: each, text })}><StandIcon stand={each} size={24} />{t(`stand.${each}`)}</UnstyledButton>
        ))}
      </Stack>
      {stand !== null && <Textarea mt="sm" label={t('position.text')} value={text} maxLength={4000} onChange={(event) => draft.change({ stand, text: event.currentTarget.value })} />}
      <DraftNote draft={draft} />
      {send.isError && <RefusalNote error={send.error} isDraftKept={draft.isKept} />}
      <Group mt="sm" gap="xs">
        {stand !== null && <Button disabled={!isChanged} loading={send.isPending} onClick={() => send.mutate(text.trim() === '' ? { stand } : { stand, text: text.trim() })}>{t('position.save')}</Button>}
        {item.myPosition !== null && <Button variant="default" onClick={() => send.mutate({ stand: null })}>{t('position.clear')}</Button>}
      </Group>
    </section>
  );
}

function MemberPositions({ itemId }: { itemId: string }) {
  const { t } = useTranslation('agenda');
  const localised = useLocalised();
  const query = useQuery(positionsQuery(itemId));
  return (
    <section aria-label={t('position.all')}>
      <Title order={2} size="h3" mb="xs">{t('position.all')}</Title>
      <QueryView query={query} rows={2}>
        {({ positions }) => (positions.length === 0 ? <Text c="dimmed">{t('position.none')}</Text> : (
          <ul className="plain-list">
            {positions.map((position) => (
              <li key={position.memberId} className={classes.comment}>
                <Text fw={500}>{localised(position.name, position.nameEn)}</Text>
                <Group gap={6} wrap="nowrap"><StandIcon stand={position.stand} size={18} /><Text size="sm">{t(`stand.${position.stand}`)}</Text></Group>
                {position.text !== null && <p className={classes.text}>{position.text}</p>}
              </li>
            ))}
          </ul>
        ))}
      </QueryView>
    </section>
  );
}
