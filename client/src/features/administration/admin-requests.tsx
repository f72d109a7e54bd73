import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminRequest } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { Sheet } from '../../ui/page';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { useTimes } from '../../ui/time';
import type { BodyChoice } from './account-form';
import { adminRequestsQuery, decideRequest } from './api';
import { accountsKey, adminRequestsKey } from './keys';

interface AdminRequestsProps { bodies: BodyChoice[]; onLink: (name: string, link: string) => void }

/** What an administrator asked for and another one must confirm. */
export function AdminRequests({ bodies, onLink }: AdminRequestsProps) {
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const { done, refused } = useNotify();
  const { data } = useQuery(adminRequestsQuery);
  const [asked, setAsked] = useState<AdminRequest | null>(null);
  const decide = useMutation({
    mutationFn: ({ request, decision }: { request: AdminRequest; decision: 'confirm' | 'refuse' | 'withdraw' }) => decideRequest({ id: request.id, decision }),
    onSuccess: ({ setupLink }, { request }) => {
      setAsked(null);
      void client.invalidateQueries({ queryKey: adminRequestsKey });
      void client.invalidateQueries({ queryKey: accountsKey });
      done(t('requests.decided'));
      if (setupLink !== null) onLink(request.accountName, setupLink);
    },
    onError: refused,
  });
  if (data === undefined || data.requests.length === 0) return null;
  return (
    <Stack mb="lg">
      <Sheet title={t('requests.title')}>
        <Stack component="ul" className="plain-list" gap="lg">
          {data.requests.map((request) => (
            <RequestRow key={request.id} request={request} isBusy={decide.isPending} onConfirm={() => setAsked(request)} onDecide={(decision) => decide.mutate({ request, decision })} />
          ))}
        </Stack>
      </Sheet>
      {asked && <Confirm request={asked} bodies={bodies} isBusy={decide.isPending} onConfirm={() => decide.mutate({ request: asked, decision: 'confirm' })} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

function RequestRow({ request, isBusy, onConfirm, onDecide }: { request: AdminRequest; isBusy: boolean; onConfirm: () => void; onDecide: (decision: 'refuse' | 'withdraw') => void }) {
  const { t } = useTranslation('administration');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  return (
    <li>
      <Text fw={600}>{t(`requests.kind.${request.kind}`)}: {localised(request.accountName, request.accountNameEn)}</Text>
      <Text>{request.reason}</Text>
      <Text size="sm" c="dimmed">{t('requests.by', { name: localised(request.askedBy, request.askedByEn), at: dateTime(request.askedAt) })} · {t('requests.until', { at: dateTime(request.expiresAt) })}</Text>
      {request.can.withdraw && <Text size="sm" c="dimmed">{t('requests.waits')}</Text>}
      <Group mt="xs" gap="sm">
        {request.can.confirm && <Button onClick={onConfirm}>{t('requests.confirm')}</Button>}
        {request.can.confirm && <Button variant="default" loading={isBusy} onClick={() => onDecide('refuse')}>{t('requests.refuse')}</Button>}
        {request.can.withdraw && <Button variant="default" loading={isBusy} onClick={() => onDecide('withdraw')}>{t('requests.withdraw')}</Button>}
      </Group>
    </li>
  );
}

function Confirm({ request, bodies, isBusy, onConfirm, onClose }: { request: AdminRequest; bodies: BodyChoice[]; isBusy: boolean; onConfirm: () => void; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const localised = useLocalised();
  const roles = (request.roles ?? []).map(({ bodyId, role }) => `${t(`role.${role}`)} · ${bodies.find(({ id }) => id === bodyId)?.shortName ?? ''}`).join(', ');
  const rolesText = request.kind === 'roles' ? ` ${t('requests.confirmRoles', { roles: roles === '' ? t('requests.noRoles') : roles })}` : '';
  const title = t('requests.confirmTitle', { kind: t(`requests.kind.${request.kind}`), name: localised(request.accountName, request.accountNameEn) });
  return <ConfirmDialog title={title} text={`${t('requests.confirmText', { reason: request.reason })}${rolesText}`} confirm={t('requests.confirm')} isBusy={isBusy} onConfirm={onConfirm} onClose={onClose} />;
}
