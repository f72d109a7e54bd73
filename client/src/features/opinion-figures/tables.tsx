import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpinionCounts, OpinionFigures } from '../../api/contract';
import { CsvButton } from '../../ui/csv-button';
import type { StyleWithProperties } from '../../ui/css';
import { FiguresTable } from '../../ui/figures';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import { useTimes } from '../../ui/time';
import { KINDS, Legend, ShareBar } from './share-bar';
import { useFigureRows } from './use-figure-rows';
import classes from './opinion-figures.module.css';

/** The columns every table has: how many were asked and what came of it. */
function CountHeads() {
  const { t } = useTranslation('opinionFigures');
  return (
    <>
      <th className={classes.number} scope="col">{t('asked')}</th>
      {KINDS.map((kind) => <th key={kind} className={`${classes.number} ${kind === 'answered' ? '' : classes.wide}`} scope="col">{t(`kind.${kind}`)}</th>)}
      <th className={classes.number} scope="col">{t('onTime')}</th>
      <th className={`${classes.number} ${classes.wide}`} scope="col">{t('medianHours')}</th>
      <th className={`${classes.barCell} ${classes.wide}`} scope="col"><span className="visually-hidden">{t('share')}</span></th>
    </>
  );
}

function CountCells({ counts, most }: { counts: OpinionCounts; most: number }) {
  const { percent, hours } = useFigureRows();
  return (
    <>
      <td className={classes.number}>{counts.asked}</td>
      {KINDS.map((kind) => <td key={kind} className={`${classes.number} ${kind === 'answered' ? '' : classes.wide}`}>{counts[kind]}</td>)}
      <td className={classes.number}>{percent(counts.onTime)}</td>
      <td className={`${classes.number} ${classes.wide}`}>{hours(counts.medianHours)}</td>
      <td className={`${classes.barCell} ${classes.wide}`}><ShareBar counts={counts} most={most} /></td>
    </>
  );
}

/** Members asked in each month, as columns; the same figures stand below as a table. */
export function MonthFigures({ figures }: { figures: OpinionFigures }) {
  const { t } = useTranslation('opinionFigures');
  const { monthName, monthRows } = useFigureRows();
  const most = Math.max(1, ...figures.months.map(({ asked }) => asked));
  return (
    <Sheet title={t('months.title')} actions={<CsvButton name="opinions-by-month" label={t('months.title')} rows={() => monthRows(figures)} />}>
      <Legend />
      <ol className={classes.months} aria-hidden>
        {figures.months.map((month) => (
          <li key={month.month} className={classes.month}>
            <span>{month.asked === 0 ? '\u00a0' : month.asked}</span>
            <span className={classes.column}>{KINDS.map((kind) => <span key={kind} className={classes.part} data-kind={kind} style={{ '--share': `${(100 * month[kind]) / most}%` } as StyleWithProperties} />)}</span>
            <span>{month.month.slice(5)}</span>
            <span>{month.month.endsWith('-01') || month === figures.months[0] ? month.month.slice(0, 4) : '\u00a0'}</span>
          </li>
        ))}
      </ol>
      <FiguresTable label={t('months.title')}>
          <thead><tr><th scope="col">{t('month')}</th><th className={classes.number} scope="col">{t('requests')}</th><CountHeads /></tr></thead>
          <tbody>{figures.months.filter(({ requests }) => requests > 0).map((month) => <tr key={month.month}><th scope="row">{monthName(month.month)}</th><td className={classes.number}>{month.requests}</td><CountCells counts={month} most={month.asked} /></tr>)}</tbody>
      </FiguresTable>
    </Sheet>
  );
}

/** How each member answers: in the order of seats. */
export function MemberFigures({ figures }: { figures: OpinionFigures }) {
  const { t } = useTranslation('opinionFigures');
  const localised = useLocalised();
  const { memberRows } = useFigureRows();
  return (
    <Sheet title={t('members.title')} actions={<CsvButton name="opinions-by-member" label={t('members.title')} rows={() => memberRows(figures)} />}>
      <FiguresTable label={t('members.title')}>
          <thead><tr><th className={`${classes.number} ${classes.wide}`} scope="col">{t('seat')}</th><th scope="col">{t('member')}</th><CountHeads /></tr></thead>
          <tbody>{figures.members.map((member) => <tr key={member.memberId}><td className={`${classes.number} ${classes.wide}`}>{member.seatNumber}</td><th scope="row">{localised(member.title, member.titleEn)}</th><CountCells counts={member} most={member.asked} /></tr>)}</tbody>
      </FiguresTable>
    </Sheet>
  );
}

export function RequestFigures({ figures }: { figures: OpinionFigures }) {
  const { t } = useTranslation(['opinionFigures', 'opinions']);
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const { requestRows } = useFigureRows();
  return (
    <Sheet title={t('list.title')} actions={<CsvButton name="opinion-requests" label={t('list.title')} rows={() => requestRows(figures)} />}>
      <FiguresTable label={t('list.title')}>
          <thead><tr><th scope="col">{t('request')}</th><CountHeads /></tr></thead>
          <tbody>
            {figures.requests.map((request) => (
              <tr key={request.requestId}>
                <th scope="row"><Link to={`/opinion-requests/${request.requestId}`}>{localised(request.title, request.titleEn)}</Link><Text size="sm" c="dimmed" component="div">{t(`opinions:state.${request.state}`)} · {dateTime(request.sentAt)}</Text></th>
                <CountCells counts={request} most={request.asked} />
              </tr>
            ))}
          </tbody>
      </FiguresTable>
    </Sheet>
  );
}
