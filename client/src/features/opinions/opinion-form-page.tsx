import { Button, Group, Stepper } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { Page, Sheet } from '../../ui/page';
import { RefusalNote } from '../../ui/states';
import { changeRequest, createRequest } from './api';
import { draftOf, fieldsOf, isStepComplete, type FormMember, type RequestDraft } from './draft';
import { DeadlineStep, MembersStep, PapersStep, QuestionsStep, ReviewStep } from './form-steps';
import { requestKey } from './keys';
import { SendFiles } from './send-files';
import classes from './opinions.module.css';

export interface OpinionFormProps {
  bodyId: string; request: OpinionRequest | null; members: FormMember[]; days: { least: number; most: number; byDefault: number };
  sendPaper: (requestId: string, file: File, onProgress: (share: number) => void) => Promise<unknown>; onSaved: (requestId: string) => void;
}

const steps = ['questions', 'papers', 'members', 'deadline', 'review'] as const;

/** Questions, papers, members, deadline, and one look at all of it before it is kept. */
export function OpinionFormPage({ bodyId, request, members, days, sendPaper, onSaved }: OpinionFormProps) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const { done } = useNotify();
  const [draft, setDraft] = useState<RequestDraft>(() => draftOf(request, members, days.byDefault));
  const [step, setStep] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const [savedId, setSavedId] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: () => (request ? changeRequest(request.id, fieldsOf(draft)) : createRequest(bodyId, fieldsOf(draft))),
    onSuccess: (answer) => {
      client.setQueryData(requestKey(answer.id), answer);
      void client.invalidateQueries({ queryKey: ['requests'] });
      done(t('form.saved'));
      if (draft.files.length === 0) onSaved(answer.id);
      else setSavedId(answer.id);
    },
  });
  const set = (change: Partial<RequestDraft>) => setDraft((old) => ({ ...old, ...change }));
  const isHereComplete = isStepComplete(step, draft);
  const next = () => {
    setChecked(!isHereComplete);
    if (isHereComplete) setStep(step + 1);
  };
  const views = [
    <QuestionsStep key="questions" draft={draft} onChange={set} isChecked={isChecked} />, <PapersStep key="papers" draft={draft} onChange={set} />,
    <MembersStep key="members" draft={draft} onChange={set} isChecked={isChecked} members={members} />, <DeadlineStep key="deadline" draft={draft} onChange={set} bodyId={bodyId} days={days} />,
    <ReviewStep key="review" draft={draft} members={members} />,
  ];
  return (
    <Page title={t(request ? 'form.edit' : 'form.new')} narrow>
      <Sheet>
        {savedId !== null ? <SendFiles files={draft.files} send={(file, onProgress) => sendPaper(savedId, file, onProgress)} onDone={() => onSaved(savedId)} /> : (
          <>
            <Stepper active={step} onStepClick={(wanted) => { if (wanted < step) setStep(wanted); }} size="sm" iconSize={36} mb="lg" allowNextStepsSelect={false} classNames={{ stepLabel: classes.stepLabel ?? '' }}>
              {steps.map((each) => <Stepper.Step key={each} label={t(`form.step.${each}`)} />)}
            </Stepper>
            {views[step]}
            {save.isError && <RefusalNote error={save.error} />}
            <Group justify="space-between" mt="lg">
              <Button variant="default" disabled={step === 0} onClick={() => setStep(step - 1)}>{t('form.back')}</Button>
              {step < steps.length - 1 ? <Button onClick={next}>{t('form.next')}</Button> : <Button loading={save.isPending} onClick={() => save.mutate()}>{t('form.save')}</Button>}
            </Group>
          </>
        )}
      </Sheet>
    </Page>
  );
}
