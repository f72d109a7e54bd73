import { Group, Text } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconCircleX, IconDeviceLaptop, IconDoorExit, IconHourglass, IconThumbUp, IconUserShare, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attendance, AttendanceState } from '../../api/contract';

const icons: Record<AttendanceState, TablerIcon> = {
  invited: IconCircleDashed, confirmed: IconThumbUp, absenceRequested: IconHourglass, absenceApproved: IconCircleX, absenceRefused: IconCircleDashed,
  substituted: IconUserShare, checkedIn: IconCheck, left: IconDoorExit,
};

export function AttendanceMark({ entry, siteName }: { entry: Pick<Attendance, 'state' | 'mode'>; siteName?: string | undefined }) {
  const { t } = useTranslation('sessions');
  const Icon = entry.state === 'checkedIn' && entry.mode === 'online' ? IconDeviceLaptop : icons[entry.state];
  const color = entry.state === 'checkedIn' ? 'light-dark(var(--mantine-color-teal-7), var(--mantine-color-teal-3))' : 'dimmed';
  const mode = entry.state === 'checkedIn' && entry.mode !== null ? ` · ${siteName ?? t(`mode.${entry.mode}`)}` : '';
  return <Group gap={6} wrap="nowrap" c={color} component="span"><Icon size={16} aria-hidden /><Text size="sm" component="span" fw={500}>{t(`attendance.${entry.state}`)}{mode}</Text></Group>;
}
