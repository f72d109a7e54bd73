import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconUserEdit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest } from '../../api/contract';
import { useIsDemo } from '../../api/installation';
import { DraftNote } from '../../ui/draft';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { RefusalNote } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { QuestionReply } from './question-reply';
import { CommentsField, DiscussionField, ReplyFiles } from './reply-extras';
import { type Reply, useReply } from './use-reply';

/** All questions at once: a choice for each, words where wanted; a draft can wait, sending asks once. */
export function ReplyForm({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const reply = useReply(request);
  const { draft, isAssistant, send } = reply;
  return (
    <Sheet title={t(isAssistant ? 'assistant.title' : 'reply.title')}>
      <PreparedNote request={request} />
      {request.questions.map((question, index) => (
        <div key={question.id}>
          <QuestionReply question={question} number={index + 1} answer={reply.answer(question.id)} problem={reply.isChecked ? (reply.problems[index] ?? null) : null}
            onAnswer={(answer) => reply.change({ answers: { ...draft.answers, [question.id]: answer } })} />
          <CommentsField draft={draft} onChange={reply.change} questionId={question.id} number={index + 1} />
        </div>
      ))}
      <ReplyRest request={request} reply={reply} />
      <Stack gap="sm" mt="md">
        <Group gap="sm">
          <Button onClick={reply.ask} loading={send.isPending && reply.isAsking}>{t(isAssistant ? 'assistant.handUp' : 'reply.send')}</Button>
          <Button variant="default" onClick={() => send.mutate(false)} loading={send.isPending && !reply.isAsking}>{t('reply.save')}</Button>
        </Group>
      </Stack>
      <SendDialog request={request} reply={reply} />
    </Sheet>
  );
}

/** Who prepared what stands here, and when it was handed up; for the assistant: for whom. */
export function PreparedNote({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const { prepared, assisted } = request;
  if (assisted !== null) return <Alert mb="sm" color="indigo" icon={<IconUserEdit aria-hidden />}>{t('assistant.for', { title: localised(assisted.title, assisted.titleEn) })}</Alert>;
  if (prepared === null || request.myReply === 'sent') return null;
  const by = localised(prepared.by.name, prepared.by.nameEn);
  return <Alert mb="sm" color="indigo" icon={<IconUserEdit aria-hidden />}>{prepared.handedUpAt === null ? t('prepared.begun', { name: by }) : t('prepared.handedUp', { name: by, time: dateTime(prepared.handedUpAt) })}</Alert>;
}

/** What goes with the answers: comments to the whole, the wish to discuss, files; and what is kept or was refused. */
export function ReplyRest({ request, reply }: { request: OpinionRequest; reply: Reply }) {
  const { t } = useTranslation('opinions');
  const isDemo = useIsDemo();
  const { written, draft, change, send, isAssistant } = reply;
  return (
    <Stack gap="sm" mt="md">
      <CommentsField draft={draft} onChange={change} questionId={null} />
      <DiscussionField draft={draft} onChange={change} isChecked={reply.isChecked} />
      <ReplyFiles request={request} />
      {!isAssistant && !request.ruleSet.stepUp && <Text size="sm" c="dimmed">{t(isDemo ? 'reply.stepUp.offDemo' : 'reply.stepUp.off')}</Text>}
      <DraftNote draft={written} />
      {send.isError && <RefusalNote error={send.error} isDraftKept={written.isKept} />}
    </Stack>
  );
}

export function SendDialog({ request, reply }: { request: OpinionRequest; reply: Reply }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { isAsking, setAsking, send, dialog, isAssistant, draft } = reply;
  const said = request.questions.map(({ id, options }, index) => {
    const { choice, selected } = reply.answer(id);
    const chosen = options.filter((option) => selected.includes(option.id)).map(({ label, labelEn }) => localised(label, labelEn)).join(', ');
    return t('reply.answer', { number: index + 1, choice: chosen === '' ? t(`choice.${choice ?? 'notAnswered'}`) : chosen });
  });
  const comments = draft.comments.filter(({ text }) => text.trim() !== '').length;
  const more = [...(comments > 0 ? [t('reply.confirm.comments', { count: comments })] : []), ...(request.myFiles.length > 0 ? [t('reply.confirm.files', { count: request.myFiles.length })] : []), ...(draft.discussion === null ? [] : [t('reply.confirm.discussion')])];
  const answers = [...said, ...more].join('; ');
  const text = isAssistant ? t('assistant.confirm', { answers }) : `${t('reply.confirm.text', { answers })}${request.ruleSet.stepUp ? ` ${t('reply.stepUp.on')}` : ''}`;
  const confirm = t(isAssistant ? 'assistant.handUp' : 'reply.send');
  return (
    <>
      {isAsking && <ConfirmDialog title={t(isAssistant ? 'assistant.confirm.title' : 'reply.confirm.title')} text={text} confirm={confirm} isBusy={send.isPending} onClose={() => setAsking(false)} onConfirm={() => send.mutate(true)} />}
      {dialog}
    </>
  );
}
