import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Motion } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { RefusalNote } from '../../ui/states';
import { changeMotion, prepareMotion } from './api';
import { motionKey } from './keys';
import { Dialog } from '../../ui/dialog';

interface MotionFormProps { motion: Motion | null; itemId: string; sessionId: string; suggestion: string; onClose: () => void }

/** The words of the question that is put to the vote. */
export function MotionForm({ motion, itemId, sessionId, suggestion, onClose }: MotionFormProps) {
  const { t } = useTranslation(['voting', 'ui']);
  const client = useQueryClient();
  const { done } = useNotify();
  const [question, setQuestion] = useState(motion?.question ?? suggestion);
  const [questionEn, setQuestionEn] = useState(motion?.questionEn ?? '');
  const save = useMutation({
    mutationFn: () => {
      const fields = { question: question.trim(), questionEn: questionEn.trim() === '' ? null : questionEn.trim() };
      return motion ? changeMotion(motion.id, fields) : prepareMotion(itemId, fields);
    },
    onSuccess: (answer) => {
      client.setQueryData(motionKey(answer.id), answer);
      void client.invalidateQueries({ queryKey: ['session', sessionId] });
      done(t('done.save'));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() !== '') save.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t(motion ? 'act.edit' : 'act.prepare')} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <Textarea label={t('form.question')} required maxLength={1000} value={question} onChange={(event) => setQuestion(event.currentTarget.value)} data-autofocus />
          <Textarea label={t('form.questionEn')} description={t('ui:optional')} maxLength={1000} value={questionEn} onChange={(event) => setQuestionEn(event.currentTarget.value)} />
          {save.isError && <RefusalNote error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={save.isPending} disabled={question.trim() === ''}>{t('form.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
