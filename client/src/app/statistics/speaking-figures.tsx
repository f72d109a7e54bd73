import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { FiguresTable } from '../../ui/figures';
import { Bar, FiguresSheet, spent } from './figures';
import classes from './statistics.module.css';

interface Speaker { key: string; name: string; note: string; turns: number; seconds: number; pointsOfOrder: number | null; interventions: number | null }

/** Who spoke and how long; who was there and never did is named too. */
export function SpeakingFigures({ statistics: { members, speakers, attendance } }: { statistics: Statistics }) {
  const { t } = useTranslation('after');
  const localised = useLocalised();
  const rows: Speaker[] = [
    ...members.filter(({ turns }) => turns > 0).map((member) => ({
      key: member.memberId, name: localised(member.title, member.titleEn), note: member.substituteTurns === 0 ? '' : t('speaking.bySubstitute', { count: member.substituteTurns }),
      turns: member.turns, seconds: member.seconds, pointsOfOrder: member.pointsOfOrder, interventions: member.interventions,
    })),
    ...speakers.map(({ name, turns, seconds }) => ({ key: `other ${name}`, name, note: t('speaking.noMember'), turns, seconds, pointsOfOrder: null, interventions: null })),
  ].sort((left, right) => right.seconds - left.seconds);
  const silent = members.filter(({ turns, state }) => turns === 0 && (state === 'checkedIn' || state === 'left'));
  const most = Math.max(1, ...rows.map(({ seconds }) => seconds));
  const csv = () => [
    [t('speaking.who'), t('speaking.note'), t('speaking.turns'), t('speaking.seconds'), t('speaking.pointsOfOrder'), t('speaking.interventions')],
    ...rows.map((row) => [row.name, row.note, row.turns, row.seconds, row.pointsOfOrder, row.interventions]),
    ...members.filter(({ turns }) => turns === 0).map((member) => [localised(member.title, member.titleEn), '', 0, 0, 0, 0]),
  ];
  return (
    <FiguresSheet title={t('speaking.title')} name="speaking" csv={csv}>
      {rows.length === 0 ? <Text c="dimmed">{t('speaking.none')}</Text> : (
        <FiguresTable label={t('speaking.title')}>
            <thead><tr><th scope="col">{t('speaking.who')}</th><th className={classes.number} scope="col">{t('speaking.turns')}</th><th className={classes.number} scope="col">{t('speaking.time')}</th><td className={classes.wide} /><th className={classes.number} scope="col">{t('speaking.pointsOfOrder')}</th><th className={classes.number} scope="col">{t('speaking.interventions')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.name}{row.note !== '' && <Text size="sm" c="dimmed" component="div">{row.note}</Text>}</th>
                  <td className={classes.number}>{row.turns}</td>
                  <td className={classes.number}>{spent(row.seconds)}</td>
                  <td className={`${classes.barCell ?? ''} ${classes.wide ?? ''}`}><Bar value={row.seconds} most={most} /></td>
                  <td className={classes.number}>{row.pointsOfOrder ?? '–'}</td>
                  <td className={classes.number}>{row.interventions ?? '–'}</td>
                </tr>
              ))}
            </tbody>
        </FiguresTable>
      )}
      {attendance !== null && (
        <>
          <Text fw={600} mt="md">{t('speaking.never', { count: silent.length })}</Text>
          <Text data-testid="never-spoke">{silent.length === 0 ? t('speaking.all') : silent.map((member) => localised(member.title, member.titleEn)).join(' · ')}</Text>
        </>
      )}
    </FiguresSheet>
  );
}
