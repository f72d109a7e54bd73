import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MySecurity } from '../../../api/contract';
import { meKey } from '../../../api/query-client';
import { Refusal } from '../../../api/refusal';
import { Page } from '../../../ui/page';
import { QueryView, RefusalNote } from '../../../ui/states';
import { signOut } from '../../../api/leaving';
import { securityQuery } from '../api';
import { AgainProvider, useAgain } from './again';
import { CodesSection } from './codes-section';
import { PasswordSection, ProviderSection } from './other-ways-section';
import { PasskeysSection } from './passkeys-section';
import { SessionsSection } from './sessions-section';

/** What must be done before anything else: enrol a second thing, or show the one that is there. */
type First = 'enrol' | 'confirm' | null;

/** Devices and security. */
export function SecurityPage({ first = null }: { first?: First }) {
  const { t } = useTranslation('security');
  const query = useQuery(securityQuery);
  const [params] = useSearchParams();
  const refused = params.get('refused');
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      <Stack gap="lg">
        {first === 'enrol' && <MustEnrol />}
        {refused !== null && <RefusalNote error={new Refusal(refused, {}, 0)} />}
        <QueryView query={query} rows={5}>{(security) => <Sections security={security} first={first} />}</QueryView>
      </Stack>
    </Page>
  );
}

function Sections({ security, first }: { security: MySecurity; first: First }) {
  const client = useQueryClient();
  const onEnrolled = () => void client.invalidateQueries({ queryKey: meKey });
  if (first === 'confirm') return <AgainProvider security={security} needsSecond><MustConfirm onConfirmed={onEnrolled} /></AgainProvider>;
  const isAlone = first === 'enrol';
  return (
    <AgainProvider security={security}>
      {isAlone && <Enrolment security={security} onEnrolled={onEnrolled} />}
      {!isAlone && <SessionsSection sessions={security.sessions} />}
      {!isAlone && <Enrolment security={security} onEnrolled={onEnrolled} />}
      {!isAlone && <PasswordSection security={security} />}
      {!isAlone && security.oidcProvider !== null && <ProviderSection security={security} provider={security.oidcProvider} />}
    </AgainProvider>
  );
}

function Enrolment({ security, onEnrolled }: { security: MySecurity; onEnrolled: () => void }) {
  return <><PasskeysSection security={security} onEnrolled={onEnrolled} /><CodesSection security={security} onEnrolled={onEnrolled} /></>;
}

/** Signed in by one factor of an account that has two. */
function MustConfirm({ onConfirmed }: { onConfirmed: () => void }) {
  const { t } = useTranslation('security');
  const { ask } = useAgain();
  return (
    <Alert color="orange" icon={<IconShieldLock aria-hidden />} title={t('confirm.title')}>
      {t('confirm.text')}
      <Group mt="sm"><Button onClick={() => ask(onConfirmed)}>{t('confirm.now')}</Button><SignOutButton /></Group>
    </Alert>
  );
}

function SignOutButton() {
  const { t } = useTranslation('security');
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign('/sign-in') });
  return <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>{t('must.signOut')}</Button>;
}

function MustEnrol() {
  const { t } = useTranslation('security');
  return (
    <Alert color="orange" icon={<IconShieldLock aria-hidden />} title={t('must.title')}>
      {t('must.text')}
      <Group mt="sm"><SignOutButton /></Group>
    </Alert>
  );
}
