import { Button, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest, RequestAct, SessionState } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { Dialog } from '../../ui/dialog';
import { DraftNote, useDraft } from '../../ui/draft';
import { FormDialog } from '../../ui/form-dialog';
import { useLocalised } from '../../ui/localised';
import { ConfirmDialog, ReasonDialog } from '../../ui/reason-dialog';
import { useTimes } from '../../ui/time';
import { type ActEntry, keepTemplate, sessionsToChooseQuery } from './api';

interface ActDialogProps { act: RequestAct; request: OpinionRequest; isBusy: boolean; error: unknown; onSend: (entry: Omit<ActEntry, 'act'>) => void; onClose: () => void }

/** What is asked before an act that cannot be taken back. */
export default function ActDialog(props: ActDialogProps) {
  const { act, request, isBusy, onSend, onClose } = props;
  const { t } = useTranslation('opinions');
  const common = { title: t(`act.${act}`), confirm: t(`act.${act}`), isBusy, onClose };
  if (act === 'extend') return <ExtendDialog {...common} onSend={onSend} />;
  if (act === 'summarise') return <SummariseDialog {...props} />;
  if (act === 'toSession') return <SessionDialog {...props} />;
  if (act === 'return' || act === 'recall' || act === 'rework') return <ReasonDialog {...common} label={t('reason')} text={t(`reason.${act}`)} onConfirm={(reason) => onSend({ reason })} />;
  return <ConfirmDialog {...common} text={t(`confirm.${act}`, { count: request.memberCount, answered: request.answeredCount ?? 0, total: request.memberCount })} onConfirm={() => onSend({})} />;
}

function ExtendDialog({ title, confirm, isBusy, onSend, onClose }: { title: string; confirm: string; isBusy: boolean; onSend: ActDialogProps['onSend']; onClose: () => void }) {
  const { t } = useTranslation(['opinions', 'ui']);
  const [days, setDays] = useState(2);
  const [reason, setReason] = useState('');
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') onSend({ workingDays: days, reason: reason.trim() }); }}>
        <Stack>
          <NumberInput label={t('extend.days')} min={1} max={60} allowDecimal={false} value={days} onChange={(value) => setDays(Number(value) || 1)} />
          <Textarea label={t('reason')} required maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={isBusy} disabled={reason.trim() === ''}>{confirm}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface Conclusion { conclusion: string; conclusionEn: string }
const isConclusion = (value: unknown): value is Conclusion => typeof value === 'object' && value !== null && 'conclusion' in value && typeof value.conclusion === 'string' && 'conclusionEn' in value && typeof value.conclusionEn === 'string';

/** The officer's conclusion, with the figures that were counted before the eyes. */
function SummariseDialog({ request, isBusy, error, onSend, onClose }: ActDialogProps) {
  const { t } = useTranslation(['opinions', 'ui']);
  const written = useDraft<Conclusion>(`conclusion:${request.id}`, { conclusion: request.conclusion ?? '', conclusionEn: request.conclusionEn ?? '' }, isConclusion);
  const { conclusion, conclusionEn } = written.value;
  const figures = request.questions.flatMap(({ result }, index) => (result === null ? [] : [t('conclusion.figures', { number: index + 1, agree: result.tally.agree, deemed: result.tally.deemed, disagree: result.tally.disagree, other: result.tally.otherOpinion, silent: result.tally.notAnswered, outcome: t(`result.outcomeLower.${result.outcome}`) })]));
  return (
    <FormDialog size="lg" title={t('act.summarise')} confirm={t('conclusion.save')} isBusy={isBusy} isIncomplete={conclusion.trim() === ''} error={error} onClose={onClose}
      onSubmit={() => { written.sent(); onSend({ conclusion: conclusion.trim(), ...(conclusionEn.trim() === '' ? {} : { conclusionEn: conclusionEn.trim() }) }); }}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>{figures.map((line) => <li key={line}>{line}</li>)}</ul>
      <Textarea label={t('conclusion.text')} required autosize minRows={5} maxRows={14} maxLength={20000} value={conclusion} onChange={(event) => written.change({ ...written.value, conclusion: event.currentTarget.value })} data-autofocus />
      <Textarea label={t('conclusion.textEn')} description={t('ui:optional')} autosize minRows={2} maxRows={10} maxLength={20000} value={conclusionEn} onChange={(event) => written.change({ ...written.value, conclusionEn: event.currentTarget.value })} />
      <DraftNote draft={written} />
    </FormDialog>
  );
}

const inPreparation: SessionState[] = ['draft', 'returned', 'approved', 'sent', 'postponed'];

function SessionDialog({ request, isBusy, error, onSend, onClose }: ActDialogProps) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const [sessionId, setSessionId] = useState<string | null>(null);
  const sessions = useQuery(sessionsToChooseQuery(request.bodyId));
  const open = (sessions.data?.sessions ?? []).filter(({ state }) => inPreparation.includes(state)).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return (
    <FormDialog title={t('act.toSession')} confirm={t('act.toSession')} isBusy={isBusy} isIncomplete={sessionId === null} error={error ?? sessions.error} onClose={onClose} onSubmit={() => { if (sessionId !== null) onSend({ sessionId }); }}>
      <Text>{t(request.isPublic ? 'toSession.text' : 'toSession.textClosed')}</Text>
      {sessions.isSuccess && open.length === 0 ? <Text c="dimmed">{t('toSession.none')}</Text>
        : <Choose label={t('toSession.session')} placeholder={t('toSession.choose')} value={sessionId} onChange={setSessionId} data={open.map(({ id, title, titleEn, startsAt }) => ({ value: id, label: `${localised(title, titleEn)} · ${dateTime(startsAt)}` }))} />}
    </FormDialog>
  );
}

export function TemplateDialog({ request, onDone, onClose }: { request: OpinionRequest; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('opinions');
  const [name, setName] = useState(request.title.slice(0, 200));
  const [state, setState] = useState<{ isBusy: boolean; error: unknown }>({ isBusy: false, error: null });
  const keep = async () => {
    setState({ isBusy: true, error: null });
    await keepTemplate(request.id, name.trim()).then(onDone, (error: unknown) => setState({ isBusy: false, error }));
  };
  return (
    <FormDialog title={t('template.keep')} confirm={t('template.save')} isBusy={state.isBusy} isIncomplete={name.trim() === ''} error={state.error} onClose={onClose} onSubmit={() => void keep()}>
      <Text>{t('template.text')}</Text>
      <TextInput label={t('template.name')} required maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}
