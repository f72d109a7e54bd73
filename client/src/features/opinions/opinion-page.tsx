import { Alert, Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest } from '../../api/contract';
import { ExportLink } from '../../ui/export-link';
import { useLocalised } from '../../ui/localised';
import { Sheet, useDocumentTitle } from '../../ui/page';
import { useNow, useTimes } from '../../ui/time';
import { AnswerNow } from './answer-now';
import { SummaryDocument } from './summary-document';
import { Ending } from './ending';
import { History } from './history';
import { MemberProgress } from './member-progress';
import { QuestionResultView } from './question-result';
import { ReplyForm } from './reply-form';
import { ReplyWords } from './reply-words';
import { RequestActs } from './request-acts';
import { RequestMark } from './request-mark';
import classes from './opinions.module.css';

interface OpinionPageProps { request: OpinionRequest; papers: ReactNode; reader: ReactNode; onCloseReader: () => void; isAnswering: boolean; onAnswer: (isAnswering: boolean) => void }

/** The question and its papers on the left, the reply (or its progress) on the right. */
export function OpinionPage({ request, papers, reader, onCloseReader, isAnswering, onAnswer }: OpinionPageProps) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  useDocumentTitle(localised(request.title, request.titleEn));
  const answers = request.can.reply || request.can.draft;
  if (isAnswering && answers) return <AnswerNow key={request.id} request={request} onClose={() => onAnswer(false)} />;
  return (
    <div className={classes.detail} data-answers={answers || undefined}>
      <RequestHeader request={request} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          {reader !== null && <div><Button variant="subtle" color="gray" px="xs" mb={4} leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={onCloseReader}>{t('detail.readPaper')}</Button><div className={classes.reader}>{reader}</div></div>}
          {reader === null && request.explanation !== null && <Sheet title={t('detail.explanation')}><Text style={{ whiteSpace: 'pre-wrap' }}>{request.explanation}</Text></Sheet>}
          {reader === null && <Questions request={request} />}
          {reader === null && <Sheet title={t('detail.papers')}>{papers}{request.papers.length === 0 && !request.can.addPaper && <Text c="dimmed">{t('detail.papers.none')}</Text>}</Sheet>}
        </div>
        <div className={classes.stack}>
          <Ending request={request} />
          <MyReply request={request} />
          <MemberProgress request={request} />
          <History request={request} />
        </div>
      </div>
      {answers && reader === null && <div className={classes.nowBar}><Button fullWidth size="lg" onClick={() => onAnswer(true)}>{t(request.can.draft ? 'now.prepare' : 'now.open')}</Button></div>}
    </div>
  );
}

function RequestHeader({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { dateTime, left } = useTimes();
  const now = useNow();
  const reason = request.recallReason !== null ? t('detail.recalled', { reason: request.recallReason }) : request.state === 'returned' && request.returnReason !== null ? t('detail.returned', { reason: request.returnReason }) : null;
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg">
      <div style={{ flex: '1 1 420px', minWidth: 0 }}>
        <Title order={1}>{localised(request.title, request.titleEn)}</Title>
        <Group gap="xs" mt={8}>
          <Badge color={request.state === 'sent' ? 'indigo' : 'gray'}>{t(`state.${request.state}`)}</Badge>
          {request.bucket !== null && request.bucket !== 'closed' && <RequestMark bucket={request.bucket} />}
          {request.dueAt !== null && <Text>{t('due', { time: dateTime(request.dueAt) })}{request.state === 'sent' && <> · <strong>{left(request.dueAt, now)}</strong></>}</Text>}
        </Group>
        <Text size="sm" c="dimmed" mt={4}>{t('detail.rule', { citation: localised(request.ruleSet.citation, request.ruleSet.citationEn) })} · {t(request.isPublic ? 'detail.public' : 'detail.closedKind')}</Text>
        {reason !== null && <Alert mt="sm" color="orange" icon={<IconAlertTriangle aria-hidden />}>{reason}</Alert>}
      </div>
      <Group gap="sm"><RequestActs request={request} /></Group>
    </Group>
  );
}

function Questions({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  return (
    <Sheet label={t('form.step.questions')}>
      {request.questions.map((question, index) => (
        <div key={question.id} className={classes.block}>
          <Title order={2} size="h3">{t('detail.question', { number: index + 1 })}</Title>
          <Text mt={4} style={{ whiteSpace: 'pre-wrap' }}>{localised(question.text, question.textEn)}</Text>
          {question.kind === 'options' && question.result === null && <ul>{question.options.map(({ id, label, labelEn }) => <li key={id}>{localised(label, labelEn)}</li>)}</ul>}
          {question.kind === 'options' && <Text size="sm" c="dimmed">{t('detail.most', { count: question.most })}</Text>}
          {question.result !== null && <QuestionResultView result={question.result} question={question} number={index + 1} />}
        </div>
      ))}
      {request.standing !== null && <SummaryDocument requestId={request.id} />}
      {request.closedAt !== null && <ExportLink href={`/api/opinion-requests/${request.id}/export`} />}
    </Sheet>
  );
}

function MyReply({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  if (request.can.reply || request.can.draft) return <div className={classes.wideOnly}><ReplyForm key={request.id} request={request} /></div>;
  if (request.assisted !== null) return <AssistantsView request={request} />;
  if (request.myReply === 'notAsked') return request.members === null ? <Sheet><Text c="dimmed">{t('detail.noReply')}</Text></Sheet> : null;
  const isUnanswered = request.mySentAt === null;
  return (
    <Sheet title={t('reply.title')}>
      {request.mySentAt !== null && <Text c="dimmed">{t('reply.sentAt', { time: dateTime(request.mySentAt) })}</Text>}
      {isUnanswered && <Text>{t(request.myReply === 'deemed' ? 'reply.deemed' : 'reply.closed')}</Text>}
      {request.prepared !== null && !isUnanswered && <Text size="sm" c="dimmed">{t('prepared.sent', { name: localised(request.prepared.by.name, request.prepared.by.nameEn) })}</Text>}
      {!isUnanswered && <div style={{ height: 12 }} />}
      {!isUnanswered && <ReplyWords answers={request.myAnswers} comments={request.myComments} discussion={request.myDiscussion} files={request.myFiles} questions={request.questions} />}
    </Sheet>
  );
}

/** What the assistant handed up is the member's now. */
function AssistantsView({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { assisted, myReply, state } = request;
  const word = myReply === 'sent' ? 'assistant.sent' : myReply === 'handedUp' ? 'assistant.waits' : state === 'sent' ? 'assistant.taken' : 'reply.closed';
  return (
    <Sheet title={t('assistant.title')}>
      {assisted !== null && <Text fw={500}>{localised(assisted.title, assisted.titleEn)}</Text>}
      <Text mb="sm">{t(word)}</Text>
      <ReplyWords answers={request.myAnswers} comments={request.myComments} discussion={request.myDiscussion} files={request.myFiles} questions={request.questions} />
    </Sheet>
  );
}
