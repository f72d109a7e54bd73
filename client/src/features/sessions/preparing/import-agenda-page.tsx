import { Alert, Badge, Button, Checkbox, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { AgendaPreview, ItemKind, MyBody, SessionBrief } from '../../../api/contract';
import { Choose } from '../../../ui/choose';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { Page, Sheet } from '../../../ui/page';
import { Loading, RefusalNote } from '../../../ui/states';
import { useTimes } from '../../../ui/time';
import { sessionsQuery } from '../api';
import { importAgenda, type ImportEntry, previewAgenda } from './api';
import classes from './preparing.module.css';

const NEW = 'new';
const kinds: ItemKind[] = ['decision', 'information', 'oral', 'standing'];
const editable = ['draft', 'returned', 'approved', 'sent', 'postponed'];

/** An agenda from another system: every line is looked at before anything changes. */
export function ImportAgendaPage({ body }: { body: MyBody }) {
  const { t } = useTranslation('preparing');
  const [name, setName] = useState('');
  const preview = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text();
      return { text, ...(await previewAgenda(body.id, text)) };
    },
  });
  const choose = (file: File | null) => {
    if (!file) return;
    setName(file.name);
    preview.mutate(file);
  };
  return (
    <Page title={t('import.title')} lead={t('import.text')} actions={<Button variant="default" component={Link} to="/sessions">{t('ui:back')}</Button>}>
      <Group mb="lg">
        <FileButton accept=".json,.csv,application/json,text/csv" onChange={choose}>{(props) => <Button {...props} variant={preview.data ? 'default' : 'filled'} leftSection={<IconUpload size={18} aria-hidden />}>{t('import.choose')}</Button>}</FileButton>
        <Text role="status">{preview.isPending ? t('import.reading', { name }) : name}</Text>
      </Group>
      {preview.isPending && <Loading />}
      {preview.isError && <RefusalNote error={preview.error} />}
      {preview.data && <Preview key={preview.data.digest} body={body} preview={preview.data} text={preview.data.text} />}
    </Page>
  );
}

function Preview({ body, preview, text }: { body: MyBody; preview: AgendaPreview; text: string }) {
  const { t } = useTranslation('preparing');
  const navigate = useNavigate();
  const notify = useNotify();
  const localised = useLocalised();
  const { date } = useTimes();
  const { data } = useQuery(sessionsQuery(body.id));
  const isOne = preview.meetings.length === 1;
  const [chosen, setChosen] = useState<number[]>(isOne ? [0] : []);
  const [sessionId, setSessionId] = useState(NEW);
  const [kind, setKind] = useState<ItemKind>('decision');
  const into = (data?.sessions ?? []).filter(({ state }) => editable.includes(state));
  const save = useMutation({
    mutationFn: (entry: ImportEntry) => importAgenda(body.id, entry),
    onSuccess: ({ sessionIds, items }) => {
      notify.done(t('import.done', { count: items }));
      void navigate(sessionIds.length === 1 ? `/sessions/${sessionIds[0] ?? ''}` : '/sessions?show=preparing');
    },
  });
  const label = (session: SessionBrief) => `${localised(session.title, session.titleEn)} · ${date(session.startsAt)}`;
  return (
    <Stack>
      <Alert color="indigo" icon={<IconInfoCircle aria-hidden />}>{t('import.read', { format: t(`format.${preview.format}`), count: preview.lines, meetings: preview.meetings.length })}</Alert>
      <Sheet title={t('import.what')}>
        <Stack>
          {!isOne && <Group gap="xs"><Button variant="default" onClick={() => setChosen(preview.meetings.map((_, index) => index))}>{t('import.all')}</Button><Text size="sm">{t('import.chosen', { count: chosen.length })}</Text></Group>}
          <Meetings preview={preview} chosen={chosen} isOne={isOne} onChange={setChosen} />
          <Choose label={t('import.into')} data={[{ value: NEW, label: t('import.newSession') }, ...(isOne || chosen.length === 1 ? into.map((session) => ({ value: session.id, label: label(session) })) : [])]} value={sessionId} onChange={setSessionId} />
          <Choose label={t('import.kind')} data={kinds.map((value) => ({ value, label: t(`agenda:kind.${value}`) }))} value={kind} onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'decision')} />
          <RefusalNote error={save.error} />
          <Group justify="flex-end"><Button loading={save.isPending} disabled={chosen.length === 0} onClick={() => save.mutate({ text, digest: preview.digest, meetings: chosen, kind, ...(sessionId === NEW ? {} : { sessionId }) })}>{t('import.submit')}</Button></Group>
        </Stack>
      </Sheet>
    </Stack>
  );
}

interface MeetingsProps { preview: AgendaPreview; chosen: number[]; isOne: boolean; onChange: (chosen: number[]) => void }

function Meetings({ preview, chosen, isOne, onChange }: MeetingsProps) {
  const { t } = useTranslation('preparing');
  const { dateTime } = useTimes();
  return (
    <ul className={classes.preview} tabIndex={0} aria-label={t('import.what')}>
      {preview.meetings.map((meeting, index) => (
        <li key={index} style={{ display: 'block' }}>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            {!isOne && <Checkbox size="md" aria-label={meeting.title} checked={chosen.includes(index)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, index] : chosen.filter((each) => each !== index))} />}
            <div>
              <Text fw={600}>{meeting.title === '' ? t('import.untitled') : meeting.title} {meeting.cancelled && <Badge color="gray">{t('import.cancelled')}</Badge>}</Text>
              <Text size="sm" c="dimmed">{[meeting.startsAt === null ? t('import.noTime') : dateTime(meeting.startsAt), meeting.place].filter((part) => part !== '').join(' · ')}</Text>
            </div>
          </Group>
          {meeting.items.map((item) => (
            <div key={item.number} style={{ display: 'grid', gridTemplateColumns: '52px minmax(0, 1fr)', gap: 8, paddingTop: 6 }}>
              <span>{item.number}</span>
              <div><Text size="sm">{item.title}</Text>{item.summary !== null && <p className={classes.summary} style={{ margin: 0 }}>{item.summary}</p>}</div>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
