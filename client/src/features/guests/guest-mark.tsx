import { Group, Text } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconCircleX, IconDeviceLaptop, IconDoorExit, IconThumbUp, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Guest } from '../../api/contract';

const icons: Record<Guest['state'], TablerIcon> = { invited: IconCircleDashed, confirmed: IconThumbUp, declined: IconCircleX, checkedIn: IconCheck, left: IconDoorExit };

/** What a guest has answered, or whether they are there. */
export function GuestMark({ guest }: { guest: Pick<Guest, 'state' | 'mode'> }) {
  const { t } = useTranslation('guests');
  const isHere = guest.state === 'checkedIn';
  const Icon = isHere && guest.mode === 'online' ? IconDeviceLaptop : icons[guest.state];
  const mode = isHere && guest.mode !== null ? `, ${t(`mode.${guest.mode}`)}` : '';
  return (
    <Group gap={6} wrap="nowrap" component="span" c={isHere ? 'light-dark(var(--mantine-color-teal-7), var(--mantine-color-teal-3))' : 'dimmed'}>
      <Icon size={16} aria-hidden /><Text size="sm" component="span" fw={500}>{t(`state.${guest.state}`)}{mode}</Text>
    </Group>
  );
}
