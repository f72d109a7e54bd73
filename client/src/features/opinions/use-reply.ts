import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest } from '../../api/contract';
import { useDraft } from '../../ui/draft';
import { useNotify } from '../../ui/notify';
import { useProve } from '../../ui/prove';
import { prepareDraft, reply } from './api';
import { requestKey } from './keys';
import { draftOf, entryOf, isReplyDraft, noAnswer, problemOf, type ReplyDraft } from './reply-draft';

/** What a member, or who prepares for one, writes: kept on the device, saved, sent once; or handed up. */
export function useReply(request: OpinionRequest, onSent: () => void = () => undefined) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const { done } = useNotify();
  const written = useDraft<ReplyDraft>(`written:${request.id}`, draftOf(request), isReplyDraft);
  const draft = written.value;
  const [isChecked, setChecked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { prove, dialog } = useProve();
  const isAssistant = request.can.draft;
  const send = useMutation({
    mutationFn: (isFinal: boolean) => {
      const entry = entryOf(request, draft);
      if (isAssistant) return prepareDraft(request.id, { ...entry, handUp: isFinal });
      if (!isFinal || !request.ruleSet.stepUp) return reply(request.id, { ...entry, send: isFinal });
      const answers = entry.answers.flatMap(({ choice, ...rest }) => (choice === undefined ? [] : [{ ...rest, choice }]));
      return prove({ act: 'reply', subjectId: request.id, ...entry, answers }, (proof) => reply(request.id, { ...entry, send: true, proof }));
    },
    onSuccess: (answer, isFinal) => {
      written.sent();
      client.setQueryData(requestKey(request.id), answer);
      for (const key of ['requests', 'desk']) void client.invalidateQueries({ queryKey: [key] });
      done(t(isFinal ? (isAssistant ? 'assistant.handedUp' : 'reply.sent') : 'reply.saved'));
      if (isFinal) onSent();
    },
    onSettled: () => setAsking(false),
  });
  const problems = request.questions.map((question) => problemOf(question, draft.answers[question.id]));
  const isComplete = problems.every((problem) => problem === null) && (draft.discussion === null || draft.discussion.trim() !== '');
  const ask = () => {
    setChecked(true);
    if (isComplete) setAsking(true);
    return isComplete;
  };
  const change = (part: Partial<ReplyDraft>) => written.change({ ...draft, ...part });
  const answer = (questionId: string) => draft.answers[questionId] ?? noAnswer;
  return { written, draft, change, answer, problems, isChecked, setChecked, isAsking, setAsking, ask, send, dialog, isAssistant };
}

export type Reply = ReturnType<typeof useReply>;
