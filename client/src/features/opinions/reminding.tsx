import { Button } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberReminders, OpinionRequest } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { remindersQuery, remindMembers } from './api';
import { remindersKey } from './keys';

/** Who was reminded when, for who prepares requests of this body; null for others, and when it is not out. */
export function useReminders(request: OpinionRequest): MemberReminders | null {
  const isOffice = request.can.extend || request.can.recall;
  return useQuery({ ...remindersQuery(request.id), enabled: isOffice && request.state === 'sent' }).data ?? null;
}

/** Reminds one member, or without one all whose answer is missing. */
export function RemindButton({ requestId, member }: { requestId: string; member?: { memberId: string; name: string } }) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const { done, refused } = useNotify();
  const remind = useMutation({
    mutationFn: remindMembers(requestId),
    onSuccess: ({ people }) => { done(t('remind.done', { count: people })); void client.invalidateQueries({ queryKey: remindersKey(requestId) }); },
    onError: refused,
  });
  const text = t(member === undefined ? 'remind.all' : 'remind.one');
  return (
    <Button variant="default" leftSection={<IconBellRinging size={18} aria-hidden />} loading={remind.isPending} onClick={() => remind.mutate(member === undefined ? null : [member.memberId])} aria-label={member === undefined ? undefined : `${text}: ${member.name}`}>
      {text}
    </Button>
  );
}
