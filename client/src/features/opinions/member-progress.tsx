import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MemberReminders, OpinionRequest, RequestMember } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import { useTimes } from '../../ui/time';
import { ChoiceIcon } from './choice-look';
import { RemindButton, useReminders } from './reminding';
import { ReplyWords } from './reply-words';
import classes from './opinions.module.css';

/** Who has answered, live; what, only where one may see it. */
export function MemberProgress({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const { members } = request;
  const reminders = useReminders(request);
  if (members === null) return null;
  const answered = members.filter(({ state }) => state === 'answered').length;
  return (
    <Sheet title={t('progress.title')} actions={reminders?.can.remind === true && answered < members.length && <RemindButton requestId={request.id} />}>
      <Text fw={600} aria-live="polite" mb={6} data-testid="answered">{t('answered', { answered, total: members.length })}</Text>
      <Progress.Root size="lg" aria-hidden mb="sm"><Progress.Section value={members.length === 0 ? 0 : (100 * answered) / members.length} color="teal" /></Progress.Root>
      <ul className="plain-list">{[...members].sort((a, b) => a.seatNumber - b.seatNumber).map((member) => <MemberRow key={member.memberId} member={member} request={request} reminders={reminders} />)}</ul>
    </Sheet>
  );
}

function MemberRow({ member, request, reminders }: { member: RequestMember; request: OpinionRequest; reminders: MemberReminders | null }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { clock, date, moment } = useTimes();
  const icon = member.state === 'answered' ? 'agree' : member.state;
  const reminded = reminders?.reminders.find(({ memberId }) => memberId === member.memberId)?.at;
  const canRemind = reminders?.can.remind === true && member.state === 'notAnswered';
  return (
    <li className={classes.member}>
      <span className={classes.quiet}>{member.seatNumber}</span>
      <div>
        <Text fw={500}>{localised(member.title, member.titleEn)}</Text>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <div>
            <Group gap={6} wrap="nowrap" align="flex-start" title={member.state === 'deemed' ? t('deemed.hint') : undefined}>
              {member.state !== 'answered' && <ChoiceIcon choice={icon} size={18} />}
              <Text size="sm" c="dimmed">{member.answeredAt === null ? t(`progress.${member.state}`) : `${t('progress.answered')} ${clock(member.answeredAt)} ${date(member.answeredAt)}`}</Text>
            </Group>
            {reminded !== undefined && <Text size="sm" c="dimmed">{t('remind.last', { time: moment(reminded) })}</Text>}
          </div>
          {canRemind && <RemindButton requestId={request.id} member={{ memberId: member.memberId, name: localised(member.title, member.titleEn) }} />}
        </Group>
        {member.draftedBy !== null && <Text size="sm" c="dimmed">{t('prepared.sent', { name: localised(member.draftedBy.name, member.draftedBy.nameEn) })}</Text>}
        {member.answers !== null && <ReplyWords answers={member.answers} comments={member.comments} discussion={member.discussion} files={member.files} questions={request.questions} isSmall />}
      </div>
    </li>
  );
}
