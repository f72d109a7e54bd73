import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useTimes } from '../../ui/time';
import { FiguresTable, Counts } from '../../ui/figures';
import { FiguresSheet } from './figures';
import classes from './statistics.module.css';

type Counts = NonNullable<Statistics['attendance']>;
const shown: (keyof Counts)[] = ['members', 'room', 'online', 'left', 'absenceApproved', 'substituted', 'missing'];

/** Who came, how, when, and until when. */
export function AttendanceFigures({ members, counts }: { members: Statistics['members']; counts: Counts }) {
  const { t } = useTranslation(['after', 'sessions']);
  const localised = useLocalised();
  const { clock } = useTimes();
  const at = (iso: string | null) => (iso === null ? '' : clock(iso));
  const modeOf = (mode: 'room' | 'online' | null) => (mode === null ? '' : t(`sessions:mode.${mode}`));
  const csv = () => [
    [t('attendance.seat'), t('attendance.member'), t('attendance.name'), t('attendance.state'), t('attendance.mode'), t('attendance.came'), t('attendance.left'), t('attendance.substitute')],
    ...members.map((member) => [member.seatNumber, localised(member.title, member.titleEn), localised(member.name, member.nameEn), t(`sessions:attendance.${member.state}`), modeOf(member.mode), at(member.checkedInAt), at(member.leftAt), member.substituteName]),
  ];
  return (
    <FiguresSheet title={t('attendance.title')} name="attendance" csv={csv}>
      <Counts facts={shown.map((each) => [t(`attendance.count.${each}`), counts[each]])} />
      <FiguresTable label={t('attendance.title')}>
          <thead><tr><th className={classes.number} scope="col">{t('attendance.seat')}</th><th scope="col">{t('attendance.member')}</th><th scope="col">{t('attendance.state')}</th><th scope="col">{t('attendance.came')}</th><th scope="col">{t('attendance.left')}</th></tr></thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.memberId}>
                <td className={classes.number}>{member.seatNumber}</td>
                <th scope="row">{localised(member.title, member.titleEn)}{member.substituteName !== null && <Text size="sm" c="dimmed" component="div">{t('sessions:attend.substitute', { name: member.substituteName })}</Text>}</th>
                <td>{[t(`sessions:attendance.${member.state}`), modeOf(member.mode)].filter((part) => part !== '').join(' · ')}</td>
                <td>{at(member.checkedInAt)}</td>
                <td>{at(member.leftAt)}</td>
              </tr>
            ))}
          </tbody>
      </FiguresTable>
    </FiguresSheet>
  );
}
