import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconHourglass, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequestBucket } from '../../api/contract';

const looks = {
  toAnswer: { Icon: IconClock, color: 'indigo' }, dueSoon: { Icon: IconHourglass, color: 'orange' }, overdue: { Icon: IconAlertTriangle, color: 'orange' },
  answered: { Icon: IconCheck, color: 'teal' }, closed: { Icon: IconLock, color: 'gray' },
} as const;

export function RequestMark({ bucket }: { bucket: RequestBucket }) {
  const { t } = useTranslation('opinions');
  const { Icon, color } = looks[bucket];
  return <Badge color={color} leftSection={<Icon size={14} aria-hidden />}>{t(`bucket.${bucket}`)}</Badge>;
}
