import { useTranslation } from 'react-i18next';
import type { OpinionCounts, OpinionFigures } from '../../api/contract';
import type { Cell } from '../../ui/csv';
import { useLocalised } from '../../ui/localised';
import { useTimes } from '../../ui/time';
import { KINDS } from './share-bar';

type Rows = Cell[][];

/** The tables as they are taken away, and how figures are said. */
export function useFigureRows() {
  const { t, i18n } = useTranslation(['opinionFigures', 'opinions']);
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const percent = (share: number | null): string => (share === null ? '–' : new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 }).format(share));
  const hours = (value: number | null): string => (value === null ? '–' : new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(value));
  const monthName = (month: string): string => t('monthName', { month: month.slice(5), year: month.slice(0, 4) });
  const heads = [t('asked'), ...KINDS.map((kind) => t(`kind.${kind}`)), t('onTimePercent'), t('medianHours')];
  const cells = (counts: OpinionCounts): Cell[] => [counts.asked, ...KINDS.map((kind) => counts[kind]), counts.onTime === null ? null : Math.round(1000 * counts.onTime) / 10, counts.medianHours === null ? null : Math.round(10 * counts.medianHours) / 10];
  return {
    percent, hours, monthName,
    monthRows: ({ months }: OpinionFigures): Rows => [[t('month'), t('requests'), ...heads], ...months.map((month) => [month.month, month.requests, ...cells(month)])],
    memberRows: ({ members }: OpinionFigures): Rows => [[t('seat'), t('member'), t('name'), ...heads], ...members.map((member) => [member.seatNumber, localised(member.title, member.titleEn), localised(member.name, member.nameEn), ...cells(member)])],
    requestRows: ({ requests }: OpinionFigures): Rows => [
      [t('request'), t('state'), t('sentAt'), t('dueAt'), t('closedAt'), ...heads],
      ...requests.map((request) => [localised(request.title, request.titleEn), t(`opinions:state.${request.state}`), ...[request.sentAt, request.dueAt, request.closedAt].map((at) => (at === null ? null : dateTime(at))), ...cells(request)]),
    ],
  };
}
