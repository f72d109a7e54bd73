import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconMail, IconPencil, IconPlayerPause, IconPlayerPlay, IconPlayerStop, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../api/contract';

const looks: Record<SessionState, { Icon: TablerIcon; color: string }> = {
  draft: { Icon: IconPencil, color: 'gray' },
  pendingApproval: { Icon: IconClock, color: 'orange' },
  approved: { Icon: IconCheck, color: 'teal' },
  returned: { Icon: IconAlertTriangle, color: 'orange' },
  sent: { Icon: IconMail, color: 'indigo' },
  inSession: { Icon: IconPlayerPlay, color: 'teal' },
  suspended: { Icon: IconPlayerPause, color: 'orange' },
  ended: { Icon: IconPlayerStop, color: 'gray' },
  concluded: { Icon: IconCheck, color: 'gray' },
  postponed: { Icon: IconClock, color: 'gray' },
  cancelled: { Icon: IconBan, color: 'gray' },
};

export function SessionStateBadge({ state }: { state: SessionState }) {
  const { t } = useTranslation('sessions');
  const { Icon, color } = looks[state];
  return <Badge color={color} leftSection={<Icon size={14} aria-hidden />}>{t(`state.${state}`)}</Badge>;
}
