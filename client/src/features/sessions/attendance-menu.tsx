import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance, AttendanceState, Site } from '../../api/contract';
import { type AttendanceEntry, recordAttendance } from './api';
import { useSessionChange } from './use-session-change';
import { Menu } from '../../ui/menu';

const hasAnswered: AttendanceState[] = ['checkedIn', 'left'];

/** The dialog that names a substitute knows of people with an account: it comes from above. */
export type SubstituteDialogFrame = (dialog: { isBusy: boolean; onClose: () => void; onConfirm: (entry: Pick<AttendanceEntry, 'substituteName' | 'substituteAccountId'>) => void }) => ReactNode;

/** What the secretariat records for one member. */
export function AttendanceMenu({ sessionId, sites, entry, name, substituteDialog }: { sessionId: string; sites: Site[]; entry: Attendance; name: string; substituteDialog: SubstituteDialogFrame }) {
  const { t } = useTranslation('sessions');
  const [isNaming, setNaming] = useState(false);
  const change = useSessionChange((act: AttendanceEntry) => recordAttendance(sessionId, act));
  const record = (act: Omit<AttendanceEntry, 'memberId'>) => change.mutate({ memberId: entry.memberId, ...act });
  const isHere = entry.state === 'checkedIn';
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target><ActionIcon loading={change.isPending} aria-label={t('attend.actions', { name })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {!isHere && <Menu.Item onClick={() => record({ act: 'checkIn', mode: 'room' })}>{t('attend.checkIn.room')}</Menu.Item>}
          {!isHere && <Menu.Item onClick={() => record({ act: 'checkIn', mode: 'online' })}>{t('attend.checkIn.online')}</Menu.Item>}
          {!isHere && sites.map((site) => <Menu.Item key={site.id} onClick={() => record({ act: 'checkIn', mode: 'online', siteId: site.id })}>{t('attend.checkIn.site', { name: site.name })}</Menu.Item>)}
          {isHere && <Menu.Item onClick={() => record({ act: 'leave' })}>{t('attend.leave')}</Menu.Item>}
          {entry.state === 'absenceRequested' && <Menu.Item onClick={() => record({ act: 'approveAbsence' })}>{t('attend.approveAbsence')}</Menu.Item>}
          {entry.state === 'absenceRequested' && <Menu.Item onClick={() => record({ act: 'refuseAbsence' })}>{t('attend.refuseAbsence')}</Menu.Item>}
          {entry.state === 'invited' && <Menu.Item onClick={() => record({ act: 'confirm' })}>{t('attend.confirmForMember')}</Menu.Item>}
          {!hasAnswered.includes(entry.state) && <Menu.Item onClick={() => setNaming(true)}>{t('attend.nameSubstitute')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {isNaming && substituteDialog({ isBusy: change.isPending, onClose: () => setNaming(false), onConfirm: (named) => change.mutate({ memberId: entry.memberId, act: 'nameSubstitute', ...named }, { onSuccess: () => setNaming(false) }) })}
    </>
  );
}
