import { IconCheck, IconCircleDashed, IconDeviceLaptop, IconX, type TablerIcon } from '@tabler/icons-react';
import type { Attendance } from '../../../api/contract';

export const presences = ['room', 'online', 'absent', 'open'] as const;
export type Presence = (typeof presences)[number];

/** A picture and a colour for each; the word stands beside. */
export const presenceLooks: Record<Presence, { Icon: TablerIcon; color: string }> = {
  room: { Icon: IconCheck, color: 'light-dark(#0a5d58, #69b8b2)' },
  online: { Icon: IconDeviceLaptop, color: 'light-dark(#2f4489, #8a9fd8)' },
  absent: { Icon: IconX, color: 'light-dark(#87490b, #efa758)' },
  open: { Icon: IconCircleDashed, color: 'light-dark(#756b61, #a89d91)' },
};

export function presenceOf({ state, mode }: Pick<Attendance, 'state' | 'mode'>): Presence {
  if (state === 'checkedIn') return mode === 'online' ? 'online' : 'room';
  return state === 'absenceApproved' || state === 'substituted' || state === 'left' || state === 'absenceRequested' ? 'absent' : 'open';
}
