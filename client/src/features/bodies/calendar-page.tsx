import { ActionIcon, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CalendarDay } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { Page, Sheet } from '../../ui/page';
import { QueryView } from '../../ui/states';
import { today, useTimes } from '../../ui/time';
import { calendarQuery, putDay, removeDay } from './api';
import { FormDialog } from '../../ui/form-dialog';
import { calendarKey } from './keys';
import { useSave } from './use-save';
import { Choose } from '../../ui/choose';

export function CalendarPage() {
  const { t } = useTranslation('bodies');
  const [params, setParams] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  const year = Number(params.get('year')) || Number(today().slice(0, 4));
  const query = useQuery(calendarQuery(year));
  const go = (next: number) => setParams({ year: String(next) }, { replace: true });
  return (
    <Page title={t('calendar.title')} lead={t('calendar.lead')} actions={query.data?.can.edit === true && <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>{t('calendar.add')}</Button>}>
      <Group mb="md" gap="xs">
        <ActionIcon variant="default" aria-label={t('calendar.previous')} onClick={() => go(year - 1)}><IconChevronLeft size={20} aria-hidden /></ActionIcon>
        <Text fw={600} size="lg" aria-live="polite">{t('calendar.year')} {year}</Text>
        <ActionIcon variant="default" aria-label={t('calendar.next')} onClick={() => go(year + 1)}><IconChevronRight size={20} aria-hidden /></ActionIcon>
      </Group>
      <QueryView query={query}>
        {({ days, can }) => (
          <Stack gap="lg">
            <Days title={t('calendar.holidays')} days={days.filter(({ kind }) => kind === 'holiday')} year={year} canEdit={can.edit} />
            <Days title={t('calendar.workdays')} days={days.filter(({ kind }) => kind === 'workday')} year={year} canEdit={can.edit} />
          </Stack>
        )}
      </QueryView>
      {isAdding && <DayForm year={year} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Days({ title, days, year, canEdit }: { title: string; days: CalendarDay[]; year: number; canEdit: boolean }) {
  const { t } = useTranslation('bodies');
  const localised = useLocalised();
  const { day, weekdayDate } = useTimes();
  const client = useQueryClient();
  const notify = useNotify();
  const remove = useMutation({
    mutationFn: removeDay,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: calendarKey(year) });
      notify.done(t('calendar.removed'));
    },
    onError: notify.refused,
  });
  return (
    <Sheet title={title}>
      {days.length === 0 ? <Text c="dimmed">{t('calendar.none', { year })}</Text> : (
        <Table>
          <Table.Tbody>
            {days.map((each) => (
              <Table.Tr key={each.date}>
                <Table.Td w="45%">{weekdayDate(`${each.date}T12:00:00+07:00`)}</Table.Td><Table.Td>{localised(each.name, each.nameEn)}</Table.Td>
                {canEdit && <Table.Td w={60}><ActionIcon aria-label={t('calendar.remove', { date: day(each.date) })} onClick={() => remove.mutate(each.date)}><IconTrash size={20} aria-hidden /></ActionIcon></Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Sheet>
  );
}

function DayForm({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation(['bodies', 'ui']);
  const [draft, setDraft] = useState<{ date: string; kind: CalendarDay['kind']; name: string; nameEn: string }>({ date: `${year}-01-01`, kind: 'holiday', name: '', nameEn: '' });
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }));
  const save = useSave(putDay, [['calendar'], ['deadline']], onClose);
  return (
    <FormDialog size="lg" title={t('calendar.add')} confirm={t('form.save')} isBusy={save.isPending} isIncomplete={draft.name.trim() === '' || draft.date === ''} error={save.error} onClose={onClose}
      onSubmit={() => save.mutate({ ...draft, name: draft.name.trim(), nameEn: draft.nameEn.trim() === '' ? draft.name.trim() : draft.nameEn.trim() })}>
      <TextInput type="date" label={t('calendar.date')} required value={draft.date} onChange={(event) => set({ date: event.currentTarget.value })} data-autofocus />
      <Choose label={t('calendar.kind')} data={[{ value: 'holiday', label: t('calendar.kind.holiday') }, { value: 'workday', label: t('calendar.kind.workday') }]} value={draft.kind} onChange={(value) => set({ kind: value === 'workday' ? 'workday' : 'holiday' })} />
      <TextInput label={t('calendar.name')} required maxLength={200} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
      <TextInput label={t('calendar.nameEn')} description={t('ui:optional')} maxLength={200} value={draft.nameEn} onChange={(event) => set({ nameEn: event.currentTarget.value })} />
    </FormDialog>
  );
}
