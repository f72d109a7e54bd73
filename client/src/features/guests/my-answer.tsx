import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Guest, Site } from '../../api/contract';
import { GuestMark } from './guest-mark';
import { useGuestAct } from './use-guest-change';

/** A guest's own answer and coming; before the session opens the answer weighs more, then being there. */
export function MyAnswer({ guest, site, isUnderWay }: { guest: Guest; site?: Site | undefined; isUnderWay: boolean }) {
  const { t } = useTranslation('guests');
  const act = useGuestAct(guest);
  const { confirm, decline, checkIn, leave } = guest.can;
  const comes = checkIn && (isUnderWay || guest.state === 'confirmed');
  return (
    <div>
      <Group gap="xs" justify="space-between">
        <Text fw={600}>{confirm && guest.state === 'invited' ? t('mine.ask') : t(`kind.${guest.kind}`)}</Text>
        <GuestMark guest={guest} />
      </Group>
      {guest.state === 'declined' && <Text size="sm" c="dimmed">{t('mine.declined')}</Text>}
      <Group gap="xs" mt="xs">
        {confirm && <Button variant={comes ? 'default' : 'filled'} loading={act.isPending} onClick={() => act.mutate({ act: 'confirm' })}>{t('act.confirm')}</Button>}
        {comes && site && <Button loading={act.isPending} onClick={() => act.mutate({ act: 'checkIn', mode: 'online', siteId: site.id })}>{t('act.checkIn.site', { name: site.name })}</Button>}
        {comes && <Button variant={site ? 'default' : 'filled'} loading={act.isPending} onClick={() => act.mutate({ act: 'checkIn', mode: 'room' })}>{t('act.checkIn.room')}</Button>}
        {comes && <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ act: 'checkIn', mode: 'online' })}>{t('act.checkIn.online')}</Button>}
        {decline && <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ act: 'decline' })}>{t('act.decline')}</Button>}
        {leave && isUnderWay && <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ act: 'leave' })}>{t('act.leave')}</Button>}
      </Group>
    </div>
  );
}
