import { Button, Group, Stepper } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest } from '../../api/contract';
import { DraftNote, useDraft } from '../../ui/draft';
import { useNotify } from '../../ui/notify';
import { Page, Sheet } from '../../ui/page';
import { RefusalNote } from '../../ui/states';
import { actOnRequest, changeRequest, createRequest } from './api';
import { draftFrom, draftOf, fieldsOf, type FormMember, isRequestDraft, isStepComplete, type RequestDraft, type Step, steps } from './draft';
import { DeadlineStep, MembersStep, ReviewStep } from './form-steps';
import { requestKey } from './keys';
import { PapersStep, type SendPaper } from './papers-step';
import { QuestionsStep } from './questions-step';
import { TemplatesField } from './templates-field';
import classes from './opinions.module.css';

export interface OpinionFormProps {
  bodyId: string; request: OpinionRequest | null; members: FormMember[]; days: { least: number; most: number; byDefault: number };
  step: Step; onStep: (requestId: string, step: Step) => void; onDone: (requestId: string) => void;
  sendPaper: SendPaper; removePaper: (paperId: string) => Promise<unknown>;
}

/** Questions, papers, members, deadline, and one look at all of it. Each step is kept as it is left, so that nothing is lost by going back, a reload or another device. */
export function OpinionFormPage({ bodyId, request, members, days, step, onStep, onDone, sendPaper, removePaper }: OpinionFormProps) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const { done } = useNotify();
  const written = useDraft<RequestDraft>(`request:${request?.id ?? `new:${bodyId}`}`, draftOf(request, members, days.byDefault), isRequestDraft);
  const draft = written.value;
  const [isChecked, setChecked] = useState(false);
  const at = steps.indexOf(step);
  const save = useMutation({
    mutationFn: async ({ isSubmitted = false }: { to: Step | null; isSubmitted?: boolean }) => {
      const saved = request ? await changeRequest(request.id, fieldsOf(draft)) : await createRequest(bodyId, fieldsOf(draft));
      return isSubmitted ? actOnRequest(saved.id, { act: 'submit' }) : saved;
    },
    onSuccess: (answer, { to, isSubmitted = false }) => {
      written.sent();
      client.setQueryData(requestKey(answer.id), answer);
      void client.invalidateQueries({ queryKey: ['requests'] });
      if (to !== null) return onStep(answer.id, to);
      done(t(isSubmitted ? 'done.submit' : 'form.saved'));
      onDone(answer.id);
    },
  });
  const set = (change: Partial<RequestDraft>) => written.change({ ...draft, ...change });
  const leave = (to: Step | null, isSubmitted = false) => {
    const isForward = to === null || steps.indexOf(to) > at;
    const isComplete = isStepComplete(step, draft);
    setChecked(isForward && !isComplete);
    if (isComplete) save.mutate({ to, isSubmitted });
    else if (!isForward && request !== null && to !== null) onStep(request.id, to);
  };
  const previous = steps[at - 1];
  const next = steps[at + 1];
  return (
    <Page title={t(request ? 'form.edit' : 'form.new')} narrow>
      <Sheet>
        <Stepper active={at} onStepClick={(wanted) => { const to = steps[wanted]; if (to !== undefined && wanted < at) leave(to); }} size="sm" iconSize={36} mb="lg" allowNextStepsSelect={false} classNames={{ stepLabel: classes.stepLabel ?? '', separator: classes.stepSeparator ?? '' }}>
          {steps.map((each) => <Stepper.Step key={each} label={t(`form.step.${each}`)} />)}
        </Stepper>
        {step === 'questions' && request === null && <TemplatesField bodyId={bodyId} onChoose={(template) => written.change(draftFrom(template, days))} />}
        {step === 'questions' && <QuestionsStep draft={draft} onChange={set} isChecked={isChecked} />}
        {step === 'papers' && request !== null && <PapersStep request={request} sendPaper={sendPaper} removePaper={removePaper} />}
        {step === 'members' && <MembersStep draft={draft} onChange={set} isChecked={isChecked} members={members} />}
        {step === 'deadline' && <DeadlineStep draft={draft} onChange={set} bodyId={bodyId} days={days} />}
        {step === 'review' && <ReviewStep draft={draft} members={members} papers={request?.papers.length ?? 0} />}
        <DraftNote draft={written} />
        {save.isError && <RefusalNote error={save.error} isDraftKept={written.isKept} />}
        <Group justify="space-between" mt="lg">
          <Button variant="default" disabled={previous === undefined} onClick={() => { if (previous !== undefined) leave(previous); }}>{t('form.back')}</Button>
          <Group gap="sm">
            {next === undefined && <Button variant="default" loading={save.isPending && save.variables.isSubmitted !== true} onClick={() => leave(null)}>{t('form.save')}</Button>}
            {next === undefined ? <Button loading={save.isPending && save.variables.isSubmitted === true} onClick={() => leave(null, true)}>{t('form.submit')}</Button> : <Button loading={save.isPending} onClick={() => leave(next)}>{t('form.next')}</Button>}
          </Group>
        </Group>
      </Sheet>
    </Page>
  );
}
