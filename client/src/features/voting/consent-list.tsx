import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, ConsentItem, ConsentList as List } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { QueryView } from '../../ui/states';
import { consentQuery, pullItem, restoreItem } from './api';
import { consentKey } from './keys';

interface ConsentListProps { sessionId: string; items: AgendaItem[] }

function useConsentChange(sessionId: string) {
  const { t } = useTranslation('meeting');
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: ({ item, isPull }: { item: ConsentItem; isPull: boolean }): Promise<unknown> => (isPull ? pullItem(item.itemId) : restoreItem(item.itemId)),
    onSuccess: async (_, { isPull }) => {
      await client.invalidateQueries({ queryKey: consentKey(sessionId) });
      notify.done(t(isPull ? 'consent.pulled' : 'consent.restored'));
    },
    onError: notify.refused,
  });
}

/** What is adopted without discussion, and what is not and why. Any member takes an item off until the vote. */
export default function ConsentList({ sessionId, items }: ConsentListProps) {
  const query = useQuery(consentQuery(sessionId));
  return <QueryView query={query} rows={2}>{(list) => <ListView list={list} items={items} sessionId={sessionId} />}</QueryView>;
}

function ListView({ list, items, sessionId }: ConsentListProps & { list: List }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const change = useConsentChange(sessionId);
  const on = list.items.filter(({ off }) => off === null);
  const off = list.items.filter((entry) => entry.off !== null && entry.off !== 'decided' && entry.off !== 'voted');
  const titleOf = ({ itemId }: ConsentItem) => {
    const item = items.find(({ id }) => id === itemId);
    return item ? `${item.number}. ${localised(item.title, item.titleEn)}` : '';
  };
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h3">{t('consent.title')}</Title>
        <Text size="sm" c="dimmed">{t(list.bySilence ? 'consent.ruleSilence' : 'consent.rule')} {t('voting:result.citation', { citation: localised(list.citation, list.citationEn) })}</Text>
      </div>
      {list.motionId !== null && <Alert color="teal" icon={<IconListCheck aria-hidden />}>{t('consent.voted')}</Alert>}
      {list.motionId === null && on.length === 0 && <Text c="dimmed">{t('consent.empty')}</Text>}
      {list.motionId === null && (
        <ul className="plain-list" aria-label={t('consent.on')}>
          {on.map((entry) => (
            <li key={entry.itemId}><Group justify="space-between" wrap="nowrap" py={6} gap="sm"><Text>{titleOf(entry)}</Text>{entry.can.pull && <Button variant="default" flex="none" onClick={() => change.mutate({ item: entry, isPull: true })} aria-label={t('consent.pullFor', { title: titleOf(entry) })}>{t('consent.pull')}</Button>}</Group></li>
          ))}
        </ul>
      )}
      {list.motionId === null && off.length > 0 && (
        <details open={off.some(({ can }) => can.restore)}>
          <Text component="summary" fw={600} mih={36} style={{ cursor: 'pointer' }}>{t('consent.off', { count: off.length })}</Text>
          <ul className="plain-list">
            {off.map((entry) => (
              <li key={entry.itemId}>
                <Group justify="space-between" wrap="nowrap" py={6} gap="sm">
                  <div><Text size="sm">{titleOf(entry)}</Text><Text size="sm" c="dimmed">{entry.pulledBy ? t('consent.reason.pulledBy', { name: localised(entry.pulledBy.name, entry.pulledBy.nameEn) }) : t(`consent.reason.${entry.off ?? 'silence'}`)}</Text></div>
                  {entry.can.restore && <Button variant="default" flex="none" onClick={() => change.mutate({ item: entry, isPull: false })}>{t('consent.restore')}</Button>}
                </Group>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}
