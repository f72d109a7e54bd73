import { Button, Checkbox, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../ui/localised';
import { useTimes } from '../../ui/time';
import { deadlineQuery } from './api';
import type { FormMember, RequestDraft } from './draft';

export interface StepProps { draft: RequestDraft; onChange: (change: Partial<RequestDraft>) => void }

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
  const { dateTime, weekdayDate } = useTimes();
  const { data } = useQuery(deadlineQuery(bodyId, draft.workingDays));
  return (
    <Stack>
      <NumberInput label={t('form.days')} min={days.least} max={days.most} allowDecimal={false} clampBehavior="strict" value={draft.workingDays} onChange={(value) => onChange({ workingDays: Number(value) || days.least })} />
      <div aria-live="polite">
        {data && <Text fw={600}>{t('form.days.due', { time: dateTime(data.dueAt), count: draft.workingDays })}</Text>}
        {data && data.skipped.length > 0 && <Text size="sm" c="dimmed">{t('form.days.skipped', { days: data.skipped.map(({ date, reason, name, nameEn }) => (reason === 'weekend' ? weekdayDate(`${date}T05:00:00Z`) : `${weekdayDate(`${date}T05:00:00Z`)} (${localised(name, nameEn)})`)).join(', ') })}</Text>}
      </div>
      <Switch label={t('form.public')} checked={draft.isPublic} onChange={(event) => onChange({ isPublic: event.currentTarget.checked })} />
    </Stack>
  );
}

export function ReviewStep({ draft, members, papers }: { draft: RequestDraft; members: FormMember[]; papers: number }) {
  const { t } = useTranslation('opinions');
  const chosen = members.filter(({ id }) => draft.memberIds.includes(id)).length;
  return (
    <Stack gap="xs">
      <Text fw={600} size="lg">{draft.title}</Text>
      {draft.explanation.trim() !== '' && <Text lineClamp={4} style={{ whiteSpace: 'pre-wrap' }}>{draft.explanation}</Text>}
      <ol>{draft.questions.map(({ key, text, kind, options, most }) => <li key={key}>{text}{kind === 'options' && <> ({t('detail.most', { count: most })}: {options.map(({ label }) => label).join(' · ')})</>}</li>)}</ol>
      <Text>{[t('form.review.members', { count: chosen }), t('form.review.days', { count: draft.workingDays }), t('form.review.papers', { count: papers })].join(' · ')}</Text>
      <Text c="dimmed">{t(draft.isPublic ? 'detail.public' : 'detail.closedKind')}</Text>
    </Stack>
  );
}
