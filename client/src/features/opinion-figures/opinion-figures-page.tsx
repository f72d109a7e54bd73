import { Button, Stack, TextInput } from '@mantine/core';
import { IconArrowLeft, IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { MyBody, OpinionFigures } from '../../api/contract';
import { useChangeAddress } from '../../ui/address';
import { Counts } from '../../ui/figures';
import { useLocalised } from '../../ui/localised';
import { Page, Sheet } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { XlsxButton } from '../../ui/xlsx-button';
import { opinionFiguresQuery } from './api';
import { MemberFigures, MonthFigures, RequestFigures } from './tables';
import { useFigureRows } from './use-figure-rows';
import classes from './opinion-figures.module.css';

/** How members answer written opinion requests in a period. */
export function OpinionFiguresPage({ body }: { body: MyBody }) {
  const { t } = useTranslation('opinionFigures');
  const localised = useLocalised();
  const [params] = useSearchParams();
  const changeAddress = useChangeAddress();
  const query = useQuery({ ...opinionFiguresQuery(body.id, { from: params.get('from'), until: params.get('until') }), placeholderData: keepPreviousData });
  const field = (name: 'from' | 'until') => (
    <TextInput type="date" size="md" label={t(name)} value={params.get(name) ?? query.data?.[name] ?? ''} onChange={(event) => changeAddress({ [name]: event.currentTarget.value === '' ? null : event.currentTarget.value }, true)} />
  );
  return (
    <Page title={t('title')} lead={t('lead', { body: localised(body.name, body.nameEn) })}
      actions={<Button variant="default" component={Link} to="/opinion-requests" leftSection={<IconArrowLeft size={20} aria-hidden />}>{t('back')}</Button>}>
      <div className={classes.period} role="group" aria-label={t('period')}>{field('from')}{field('until')}{query.data && <Workbook figures={query.data} />}</div>
      <QueryView query={query} rows={6}>{(figures) => <Figures figures={figures} />}</QueryView>
    </Page>
  );
}

function Workbook({ figures }: { figures: OpinionFigures }) {
  const { t } = useTranslation('opinionFigures');
  const { monthRows, memberRows, requestRows } = useFigureRows();
  return <XlsxButton name={`opinions-${figures.from}-${figures.until}`} sheets={() => [{ name: t('members.title'), rows: memberRows(figures) }, { name: t('months.title'), rows: monthRows(figures) }, { name: t('list.title'), rows: requestRows(figures) }]} />;
}

function Figures({ figures }: { figures: OpinionFigures }) {
  const { t } = useTranslation('opinionFigures');
  const { percent, hours } = useFigureRows();
  const { total } = figures;
  if (figures.requests.length === 0) return <Empty icon={<IconChartBar size={40} stroke={1.4} />} title={t('empty.title')}>{figures.recalled > 0 ? t('empty.recalled', { count: figures.recalled }) : t('empty.text')}</Empty>;
  const facts: [string, string | number][] = [
    [t('requests'), figures.requests.length], [t('asked'), total.asked], [t('kind.answered'), total.answered], [t('kind.deemed'), total.deemed], [t('kind.missing'), total.missing], [t('kind.waiting'), total.waiting],
    [t('onTime'), percent(total.onTime)], [t('medianHours'), hours(total.medianHours)], [t('recalled'), figures.recalled],
  ];
  return (
    <Stack gap="lg">
      <Sheet label={t('total')}><Counts facts={facts} /></Sheet>
      <MonthFigures figures={figures} />
      <MemberFigures figures={figures} />
      <RequestFigures figures={figures} />
    </Stack>
  );
}
