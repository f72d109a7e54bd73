import { Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesMade, Session } from '../../../api/contract';
import { Choose } from '../../../ui/choose';
import { Dialog } from '../../../ui/dialog';
import { FormDialog } from '../../../ui/form-dialog';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { QueryView } from '../../../ui/states';
import { fromWallClock, useTimes } from '../../../ui/time';
import { carryForward, cloneSession, makeSeries, saveTemplate, undecidedQuery } from './api';
import { TimeField } from './time-field';

interface CopyProps { session: Session; onClose: () => void; onMade: (sessionId: string) => void }

/** The same agenda at another time. */
export function CloneDialog({ session, onClose, onMade }: CopyProps) {
  const { t } = useTranslation('preparing');
  const [title, setTitle] = useState(session.title);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const make = useMutation({ mutationFn: () => cloneSession(session.id, { title: title.trim(), startsAt: fromWallClock(startsAt ?? '') }), onSuccess: ({ id }) => onMade(id) });
  return (
    <FormDialog title={t('clone.title')} confirm={t('clone.make')} isBusy={make.isPending} isIncomplete={title.trim() === '' || startsAt === null} error={make.error} onSubmit={() => make.mutate()} onClose={onClose}>
      <Text size="sm">{t('clone.text')}</Text>
      <TextInput label={t('sessions:form.title')} required maxLength={300} value={title} onChange={(event) => setTitle(event.currentTarget.value)} data-autofocus />
      <TimeField label={t('sessions:form.startsAt')} value={startsAt} onChange={setStartsAt} />
    </FormDialog>
  );
}

/** The sessions that follow, in a rhythm; dates that were moved are named. */
export function SeriesDialog({ session, onClose }: Omit<CopyProps, 'onMade'>) {
  const { t } = useTranslation('preparing');
  const { dateTime } = useTimes();
  const client = useQueryClient();
  const [rhythm, setRhythm] = useState<'week' | 'month'>('month');
  const [count, setCount] = useState(3);
  const [made, setMade] = useState<SeriesMade | null>(null);
  const make = useMutation({
    mutationFn: () => makeSeries(session.id, { rhythm, count }),
    onSuccess: (answer) => {
      setMade(answer);
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  if (made) {
    return (
      <Dialog title={t('series.title')} onClose={onClose}>
        <Stack>
          <Text>{t('series.made', { count: made.sessions.length })}</Text>
          <ul className="plain-list">{made.sessions.map((each) => <li key={each.sessionId}>{dateTime(each.startsAt)}{each.moved && ` · ${t('series.moved')}`}</li>)}</ul>
          <Group justify="flex-end"><Button onClick={onClose} data-autofocus>{t('ui:close')}</Button></Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <FormDialog title={t('series.title')} confirm={t('series.make')} isBusy={make.isPending} isIncomplete={count < 1} error={make.error} onSubmit={() => make.mutate()} onClose={onClose}>
      <Text size="sm">{t('series.text')}</Text>
      <Choose label={t('series.rhythm')} data={[{ value: 'week', label: t('series.week') }, { value: 'month', label: t('series.month') }]} value={rhythm} onChange={(value) => setRhythm(value === 'week' ? 'week' : 'month')} />
      <NumberInput label={t('series.count')} min={1} max={52} allowDecimal={false} value={count} onChange={(value) => setCount(Number(value) || 0)} />
    </FormDialog>
  );
}

export function TemplateDialog({ session, onClose }: Omit<CopyProps, 'onMade'>) {
  const { t } = useTranslation('preparing');
  const client = useQueryClient();
  const notify = useNotify();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => saveTemplate(session.id, name.trim()),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['session-templates'] });
      notify.done(t('template.saved'));
      onClose();
    },
  });
  return (
    <FormDialog title={t('template.save')} confirm={t('template.save')} isBusy={save.isPending} isIncomplete={name.trim() === ''} error={save.error} onSubmit={() => save.mutate()} onClose={onClose}>
      <Text size="sm">{t('template.text')}</Text>
      <TextInput label={t('template.name')} required maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}

/** What earlier sessions left undecided. */
export function CarryDialog({ session, onClose }: Omit<CopyProps, 'onMade'>) {
  const { t } = useTranslation('preparing');
  const client = useQueryClient();
  const notify = useNotify();
  const localised = useLocalised();
  const { date } = useTimes();
  const [chosen, setChosen] = useState<string[]>([]);
  const query = useQuery({ ...undecidedQuery(session.id), staleTime: 0 });
  const take = useMutation({
    mutationFn: () => carryForward(session.id, chosen),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['session', session.id] });
      notify.done(t('carry.done', { count: chosen.length }));
      onClose();
    },
  });
  return (
    <FormDialog title={t('carry.title')} confirm={t('carry.take')} isBusy={take.isPending} isIncomplete={chosen.length === 0} error={take.error} onSubmit={() => take.mutate()} onClose={onClose}>
      <Text size="sm">{t('carry.text')}</Text>
      <QueryView query={query} rows={2}>
        {({ items }) => (items.length === 0 ? <Text c="dimmed">{t('carry.none')}</Text> : (
          <Checkbox.Group aria-label={t('carry.title')} value={chosen} onChange={setChosen}>
            <Stack gap="sm">{items.map((item) => <Checkbox key={item.itemId} size="md" value={item.itemId} label={localised(item.title, item.titleEn)} description={`${localised(item.sessionTitle, item.sessionTitleEn)} · ${date(item.endedAt)}`} />)}</Stack>
          </Checkbox.Group>
        ))}
      </QueryView>
    </FormDialog>
  );
}
