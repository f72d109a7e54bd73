import '@mantine/dates/styles.layer.css';
import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { DatesProvider, DateTimePicker } from '@mantine/dates';
import 'dayjs/locale/vi';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session, SessionKind } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { Page, Sheet } from '../../ui/page';
import { RefusalNote } from '../../ui/states';
import { fromWallClock, toWallClock } from '../../ui/time';
import { changeSession, createSession, type SessionFields } from './api';
import { sessionKey } from './keys';
import { Choose } from '../../ui/choose';

const kinds: SessionKind[] = ['regular', 'thematic', 'adHoc'];

interface Draft { title: string; titleEn: string; kind: SessionKind; startsAt: string | null; endsAt: string | null; place: string; onlineLink: string }

function draftOf(session: Session | null): Draft {
  return {
    title: session?.title ?? '', titleEn: session?.titleEn ?? '', kind: session?.kind ?? 'regular',
    startsAt: session ? toWallClock(session.startsAt) : null, endsAt: session?.endsAt ? toWallClock(session.endsAt) : null,
    place: session?.place ?? '', onlineLink: session?.onlineLink ?? '',
  };
}

function fieldsOf(draft: Draft, startsAt: string): SessionFields {
  const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
  return {
    title: draft.title.trim(), titleEn: orNull(draft.titleEn), kind: draft.kind, startsAt: fromWallClock(startsAt),
    endsAt: draft.endsAt === null ? null : fromWallClock(draft.endsAt), place: draft.place.trim(), onlineLink: orNull(draft.onlineLink),
  };
}

interface FormProps { bodyId: string; session: Session | null; onSaved: (sessionId: string) => void }

export function SessionFormPage({ bodyId, session, onSaved }: FormProps) {
  const { t, i18n } = useTranslation(['sessions', 'ui']);
  const { done } = useNotify();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(session));
  const [isChecked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: (fields: SessionFields) => (session ? changeSession(session.id, fields) : createSession(bodyId, fields)),
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: sessionKey(answer.id) });
      void client.invalidateQueries({ queryKey: ['sessions'] });
      done(t('form.saved'));
      onSaved(answer.id);
    },
  });
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const needed = (value: string | null) => (isChecked && (value === null || value.trim() === '') ? t('form.required') : undefined);
  const isBackwards = draft.startsAt !== null && draft.endsAt !== null && draft.endsAt <= draft.startsAt;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (draft.title.trim() !== '' && draft.place.trim() !== '' && draft.startsAt !== null && draft.endsAt !== null && !isBackwards) save.mutate(fieldsOf(draft, draft.startsAt));
  };
  return (
    <Page title={t(session ? 'form.edit' : 'form.new')} narrow>
      <form onSubmit={submit} noValidate>
        <Sheet>
          <Stack gap="md">
            <TextInput label={t('form.title')} required maxLength={500} value={draft.title} error={needed(draft.title)} onChange={(event) => set({ title: event.currentTarget.value })} />
            <TextInput label={t('form.titleEn')} description={t('ui:optional')} maxLength={500} value={draft.titleEn} onChange={(event) => set({ titleEn: event.currentTarget.value })} />
            <Choose label={t('form.kind')} data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} value={draft.kind} onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'regular' })} />
            <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <DateTimePicker label={t('form.startsAt')} required size="md" defaultTimeValue="08:00" valueFormat="HH:mm DD/MM/YYYY" placeholder={t('form.date.pick')} value={draft.startsAt} error={needed(draft.startsAt)} onChange={(value) => set({ startsAt: value })} />
                <DateTimePicker label={t('form.endsAt')} required size="md" defaultTimeValue="11:30" valueFormat="HH:mm DD/MM/YYYY" placeholder={t('form.date.pick')} value={draft.endsAt} error={isBackwards ? t('form.endBeforeStart') : needed(draft.endsAt)} onChange={(value) => set({ endsAt: value })} />
              </SimpleGrid>
            </DatesProvider>
            <Text size="sm" c="dimmed" mt={-10}>{t('form.zone')}</Text>
            <TextInput label={t('form.place')} required maxLength={300} value={draft.place} error={needed(draft.place)} onChange={(event) => set({ place: event.currentTarget.value })} />
            <TextInput label={t('form.onlineLink')} description={t('ui:optional')} type="url" inputMode="url" value={draft.onlineLink} onChange={(event) => set({ onlineLink: event.currentTarget.value })} />
            {save.isError && <RefusalNote error={save.error} />}
            <Group justify="flex-end">
              <Button variant="default" component={Link} to={session ? `/sessions/${session.id}` : '/sessions'}>{t('ui:cancel')}</Button>
              <Button type="submit" loading={save.isPending}>{t('form.save')}</Button>
            </Group>
          </Stack>
        </Sheet>
      </form>
    </Page>
  );
}
