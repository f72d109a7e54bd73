import { IconBuildingBroadcastTower, IconCheck, IconCircleDashed, IconDeviceLaptop, IconX, type TablerIcon } from '@tabler/icons-react';
import type { Attendance } from '../../../api/contract';

export const presences = ['room', 'site', 'online', 'absent', 'open'] as const;
export type Presence = (typeof presences)[number];

/** A picture and a colour for each; the word stands beside. */
export const presenceLooks: Record<Presence, { Icon: TablerIcon; color: string }> = {
  room: { Icon: IconCheck, color: 'light-dark(#0a5d58, #69b8b2)' },
  site: { Icon: IconBuildingBroadcastTower, color: 'light-dark(#5b3a86, #b79be0)' },
  online: { Icon: IconDeviceLaptop, color: 'light-dark(#2f4489, #8a9fd8)' },
  absent: { Icon: IconX, color: 'light-dark(#87490b, #efa758)' },
  open: { Icon: IconCircleDashed, color: 'light-dark(#756b61, #a89d91)' },
};

export function presenceOf({ state, mode, atSiteId }: Pick<Attendance, 'state' | 'mode' | 'atSiteId'>): Presence {
  if (state === 'checkedIn' && atSiteId !== null) return 'site';
  if (state === 'checkedIn') return mode === 'online' ? 'online' : 'room';
  return state === 'absenceApproved' || state === 'substituted' || state === 'left' || state === 'absenceRequested' ? 'absent' : 'open';
}
