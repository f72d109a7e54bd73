import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest, RequestMember } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import { useTimes } from '../../ui/time';
import { ChoiceIcon } from './choice-look';
import classes from './opinions.module.css';

/** Who has answered, live; what, only where one may see it. */
export function MemberProgress({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const { members } = request;
  if (members === null) return null;
  const answered = members.filter(({ state }) => state === 'answered').length;
  return (
    <Sheet title={t('progress.title')}>
      <Text fw={600} aria-live="polite" mb={6} data-testid="answered">{t('answered', { answered, total: members.length })}</Text>
      <Progress.Root size="lg" aria-hidden mb="sm"><Progress.Section value={members.length === 0 ? 0 : (100 * answered) / members.length} color="teal" /></Progress.Root>
      <ul className="plain-list">{[...members].sort((a, b) => a.seatNumber - b.seatNumber).map((member) => <MemberRow key={member.memberId} member={member} request={request} />)}</ul>
    </Sheet>
  );
}

function MemberRow({ member, request }: { member: RequestMember; request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { clock, date } = useTimes();
  const icon = member.state === 'answered' ? 'agree' : member.state;
  const numberOf = (questionId: string) => request.questions.findIndex(({ id }) => id === questionId) + 1;
  return (
    <li className={classes.member}>
      <span className={classes.quiet}>{member.seatNumber}</span>
      <div>
        <Text fw={500}>{localised(member.title, member.titleEn)}</Text>
        <Group gap={6} wrap="nowrap" align="flex-start" title={member.state === 'deemed' ? t('deemed.hint') : undefined}>
          {member.state !== 'answered' && <ChoiceIcon choice={icon} size={18} />}
          <Text size="sm" c="dimmed">{member.answeredAt === null ? t(`progress.${member.state}`) : `${t('progress.answered')} ${clock(member.answeredAt)} ${date(member.answeredAt)}`}</Text>
        </Group>
        {member.answers?.map((answer) => (
          <div key={answer.questionId}>
            <Group gap={6} wrap="nowrap"><ChoiceIcon choice={member.state === 'deemed' ? 'deemed' : answer.choice} size={18} /><Text size="sm">{t('reply.answer', { number: numberOf(answer.questionId), choice: t(`choice.${member.state === 'deemed' ? 'deemed' : answer.choice}`) })}</Text></Group>
            {answer.text !== null && <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>{answer.text}</Text>}
          </div>
        ))}
      </div>
    </li>
  );
}
