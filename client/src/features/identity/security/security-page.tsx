import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MySecurity } from '../../../api/contract';
import { meKey } from '../../../api/query-client';
import { Refusal } from '../../../api/refusal';
import { useNotify } from '../../../ui/notify';
import { Page } from '../../../ui/page';
import { QueryView, RefusalNote } from '../../../ui/states';
import { securityQuery, signOut } from '../api';
import { AgainProvider } from './again';
import { CodesSection } from './codes-section';
import { PasswordSection, ProviderSection } from './other-ways-section';
import { PasskeysSection } from './passkeys-section';
import { SessionsSection } from './sessions-section';

/** Devices and security. `isAlone`: nothing else may be done before a second thing is enrolled. */
export function SecurityPage({ isAlone = false }: { isAlone?: boolean }) {
  const { t } = useTranslation('security');
  const query = useQuery(securityQuery);
  const [params] = useSearchParams();
  const refused = params.get('refused');
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      <Stack gap="lg">
        {isAlone && <MustEnrol />}
        {refused !== null && <RefusalNote error={new Refusal(refused, {}, 0)} />}
        <QueryView query={query} rows={5}>{(security) => <Sections security={security} isAlone={isAlone} />}</QueryView>
      </Stack>
    </Page>
  );
}

function Sections({ security, isAlone }: { security: MySecurity; isAlone: boolean }) {
  const client = useQueryClient();
  const onEnrolled = () => void client.invalidateQueries({ queryKey: meKey });
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

function MustEnrol() {
  const { t } = useTranslation('security');
  const { refused } = useNotify();
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign('/sign-in'), onError: refused });
  return (
    <Alert color="orange" icon={<IconShieldLock aria-hidden />} title={t('must.title')}>
      {t('must.text')}
      <Group mt="sm"><Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>{t('must.signOut')}</Button></Group>
    </Alert>
  );
}
