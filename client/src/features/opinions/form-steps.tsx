import { ActionIcon, Button, Checkbox, FileButton, Group, NumberInput, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { IconFileText, IconPlus, IconTrash, IconUpload, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../ui/localised';
import { useFileSize } from '../../ui/size';
import { useTimes } from '../../ui/time';
import { deadlineQuery } from './api';
import type { FormMember, QuestionDraft, RequestDraft } from './draft';

interface StepProps { draft: RequestDraft; onChange: (change: Partial<RequestDraft>) => void }

export function QuestionsStep({ draft, onChange, isChecked }: StepProps & { isChecked: boolean }) {
  const { t } = useTranslation(['opinions', 'ui']);
  const needed = (text: string) => (isChecked && text.trim() === '' ? t('form.required') : undefined);
  const setQuestion = (key: number, change: Partial<QuestionDraft>) => onChange({ questions: draft.questions.map((each) => (each.key === key ? { ...each, ...change } : each)) });
  const add = () => onChange({ questions: [...draft.questions, { key: Math.max(-1, ...draft.questions.map(({ key }) => key)) + 1, text: '', textEn: '' }] });
  return (
    <Stack>
      <TextInput label={t('form.title')} required maxLength={500} value={draft.title} error={needed(draft.title)} onChange={(event) => onChange({ title: event.currentTarget.value })} />
      <TextInput label={t('form.titleEn')} description={t('ui:optional')} maxLength={500} value={draft.titleEn} onChange={(event) => onChange({ titleEn: event.currentTarget.value })} />
      <Textarea label={t('form.explanation')} description={t('ui:optional')} maxLength={20000} value={draft.explanation} onChange={(event) => onChange({ explanation: event.currentTarget.value })} />
      {draft.questions.map((question, index) => (
        <Group key={question.key} align="flex-start" wrap="nowrap" gap="xs">
          <Stack flex={1} gap="xs">
            <Textarea label={t('form.question', { number: index + 1 })} required maxLength={2000} value={question.text} error={needed(question.text)} onChange={(event) => setQuestion(question.key, { text: event.currentTarget.value })} />
            <TextInput label={t('form.questionEn', { number: index + 1 })} description={t('ui:optional')} maxLength={2000} value={question.textEn} onChange={(event) => setQuestion(question.key, { textEn: event.currentTarget.value })} />
          </Stack>
          {draft.questions.length > 1 && <ActionIcon mt={28} aria-label={t('form.question.remove', { number: index + 1 })} onClick={() => onChange({ questions: draft.questions.filter(({ key }) => key !== question.key) })}><IconTrash size={20} aria-hidden /></ActionIcon>}
        </Group>
      ))}
      <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>{t('form.question.add')}</Button></div>
    </Stack>
  );
}

export function PapersStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation(['opinions', 'ui']);
  const sizeOf = useFileSize();
  return (
    <Stack>
      <Text c="dimmed">{t('form.papers.text')}</Text>
      {draft.files.length === 0 && <Text>{t('form.papers.none')}</Text>}
      <ul className="plain-list">
        {draft.files.map((file, index) => (
          <li key={`${file.name}-${index}`}>
            <Group wrap="nowrap" gap="xs"><IconFileText size={20} aria-hidden /><Text flex={1} truncate>{file.name}</Text><Text c="dimmed" size="sm">{sizeOf(file.size)}</Text>
              <ActionIcon aria-label={`${t('ui:remove')}: ${file.name}`} onClick={() => onChange({ files: draft.files.filter((_, at) => at !== index) })}><IconX size={18} aria-hidden /></ActionIcon></Group>
          </li>
        ))}
      </ul>
      <FileButton multiple accept="application/pdf,.pdf" onChange={(files) => onChange({ files: [...draft.files, ...files] })}>
        {(props) => <Button {...props} variant="default" leftSection={<IconUpload size={18} aria-hidden />}>{t('form.papers.choose')}</Button>}
      </FileButton>
    </Stack>
  );
}

export function MembersStep({ draft, onChange, members, isChecked }: StepProps & { members: FormMember[]; isChecked: boolean }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  return (
    <Stack>
      <Group justify="space-between">
        <Text fw={600} aria-live="polite">{t('form.members.count', { count: draft.memberIds.length, total: members.length })}</Text>
        <Group gap="xs"><Button variant="default" onClick={() => onChange({ memberIds: members.map(({ id }) => id) })}>{t('form.members.all')}</Button><Button variant="default" onClick={() => onChange({ memberIds: [] })}>{t('form.members.none')}</Button></Group>
      </Group>
      {isChecked && draft.memberIds.length === 0 && <Text c="var(--mantine-color-error)" role="alert">{t('form.members.needed')}</Text>}
      <Checkbox.Group value={draft.memberIds} onChange={(memberIds) => onChange({ memberIds })} aria-label={t('form.step.members')}>
        <Stack gap={4}>
          {members.map((member) => <Checkbox key={member.id} value={member.id} size="md" py={8} label={`${member.seatNumber}. ${localised(member.title, member.titleEn)}`} />)}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}

export function DeadlineStep({ draft, onChange, bodyId, days }: StepProps & { bodyId: string; days: { least: number; most: number } }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { dateTime, day } = useTimes();
  const { data } = useQuery(deadlineQuery(bodyId, draft.workingDays));
  return (
    <Stack>
      <NumberInput label={t('form.days')} min={days.least} max={days.most} allowDecimal={false} clampBehavior="strict" value={draft.workingDays} onChange={(value) => onChange({ workingDays: Number(value) || days.least })} />
      <div aria-live="polite">
        {data && <Text fw={600}>{t('form.days.due', { time: dateTime(data.dueAt) })}</Text>}
        {data && data.skipped.length > 0 && <Text size="sm" c="dimmed">{t('form.days.skipped', { days: data.skipped.map(({ date, reason, name, nameEn }) => `${day(date)} (${reason === 'weekend' ? t('skip.weekend') : localised(name, nameEn)})`).join(', ') })}</Text>}
      </div>
      <Switch label={t('form.public')} checked={draft.isPublic} onChange={(event) => onChange({ isPublic: event.currentTarget.checked })} />
    </Stack>
  );
}

export function ReviewStep({ draft, members }: { draft: RequestDraft; members: FormMember[] }) {
  const { t } = useTranslation('opinions');
  const chosen = members.filter(({ id }) => draft.memberIds.includes(id)).length;
  return (
    <Stack gap="xs">
      <Text fw={600} size="lg">{draft.title}</Text>
      {draft.explanation.trim() !== '' && <Text lineClamp={4} style={{ whiteSpace: 'pre-wrap' }}>{draft.explanation}</Text>}
      <ol>{draft.questions.map(({ key, text }) => <li key={key}>{text}</li>)}</ol>
      <Text>{[t('form.review.members', { count: chosen }), t('form.review.days', { count: draft.workingDays }), t('form.review.papers', { count: draft.files.length })].join(' · ')}</Text>
      <Text c="dimmed">{t(draft.isPublic ? 'detail.public' : 'detail.closedKind')}</Text>
    </Stack>
  );
}
