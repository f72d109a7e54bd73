import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconMicrophone } from '@tabler/icons-react';
import type { PositionStand } from '../../api/contract';

const icons = { noObjection: IconCircleCheck, objection: IconAlertCircle, wishToSpeak: IconMicrophone, silent: IconCircleDashed };

export function StandIcon({ stand, size = 20 }: { stand: PositionStand | 'silent'; size?: number }) {
  const Icon = icons[stand];
  return <Icon size={size} stroke={1.7} aria-hidden style={{ flex: 'none' }} />;
}
