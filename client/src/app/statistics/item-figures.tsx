import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Statistics } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { FiguresTable } from '../../ui/figures';
import { Bar, FiguresSheet, spent } from './figures';
import classes from './statistics.module.css';

/** What became of each item, and how long it took. */
export function ItemFigures({ statistics: { sessionId, items } }: { statistics: Statistics }) {
  const { t } = useTranslation(['after', 'agenda']);
  const localised = useLocalised();
  const most = Math.max(1, ...items.map(({ minutes, usedSeconds }) => Math.max(minutes * 60, usedSeconds)));
  const planned = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const used = items.reduce((sum, { usedSeconds }) => sum + usedSeconds, 0);
  const outcomeOf = (outcome: (typeof items)[number]['outcome']) => (outcome === null ? t('items.open') : t(`agenda:outcome.${outcome}`));
  const csv = () => [
    [t('items.number'), t('items.item'), t('items.kind'), t('items.outcome'), t('items.planned'), t('items.usedSeconds'), t('items.turns')],
    ...items.map((item) => [item.number, localised(item.title, item.titleEn), t(`agenda:kind.${item.kind}`), outcomeOf(item.outcome), item.minutes, item.usedSeconds, item.turns]),
  ];
  return (
    <FiguresSheet title={t('items.title')} name="items" csv={csv}>
      <Text c="dimmed" mb="xs">{t('items.sum', { decided: items.filter(({ outcome }) => outcome !== null).length, count: items.length, planned, used: spent(used) })}</Text>
      <FiguresTable label={t('items.title')}>
          <thead><tr><th className={classes.number} scope="col">{t('items.number')}</th><th scope="col">{t('items.item')}</th><th scope="col">{t('items.outcome')}</th><th className={classes.number} scope="col">{t('items.plannedShort')}</th><th className={classes.number} scope="col">{t('items.used')}</th><td className={classes.wide} /><th className={classes.number} scope="col">{t('items.turns')}</th></tr></thead>
          <tbody>
            {items.map((item) => {
              const isOver = item.usedSeconds > item.minutes * 60;
              return (
                <tr key={item.itemId}>
                  <td className={classes.number}>{item.number}</td>
                  <th scope="row"><Link to={`/sessions/${sessionId}?item=${item.itemId}`} style={{ color: 'inherit' }}>{localised(item.title, item.titleEn)}</Link></th>
                  <td>{outcomeOf(item.outcome)}</td>
                  <td className={classes.number}>{item.minutes}</td>
                  <td className={classes.number}>{spent(item.usedSeconds)}{isOver && <Text size="xs" component="div">{t('items.over', { time: spent(item.usedSeconds - item.minutes * 60) })}</Text>}</td>
                  <td className={`${classes.barCell ?? ''} ${classes.wide ?? ''}`}><Bar value={item.usedSeconds} most={most} isOver={isOver} /></td>
                  <td className={classes.number}>{item.turns}</td>
                </tr>
              );
            })}
          </tbody>
      </FiguresTable>
    </FiguresSheet>
  );
}
