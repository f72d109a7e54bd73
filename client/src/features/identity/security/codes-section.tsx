import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../api/lazy-part';
import type { BegunCodes, MySecurity } from '../../../api/contract';
import { CopyText } from '../../../ui/copy-text';
import { Dialog } from '../../../ui/dialog';
import { useNotify } from '../../../ui/notify';
import { Sheet } from '../../../ui/page';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { beginCodes, confirmCodes, removeCodes, renewRecoveryCodes } from '../api';
import { useAgain, useFactorChange, useGuarded } from './again';
import classes from './security.module.css';

const QrCode = lazyPart(async () => ({ default: (await import('../../../ui/qr-code')).QrCode }));
type Asked = { kind: 'setUp'; begun: BegunCodes } | { kind: 'recovery'; codes: string[] } | { kind: 'remove' | 'renew' };

/** Codes of an authenticator app, and the recovery codes that replace them. */
export function CodesSection({ security, onEnrolled }: { security: MySecurity; onEnrolled: () => void }) {
  const { t } = useTranslation('security');
  const { done } = useNotify();
  const { whenFresh } = useAgain();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const showCodes = (codes: string[]) => setAsked({ kind: 'recovery', codes });
  const begin = useGuarded(() => beginCodes(), (begun) => setAsked({ kind: 'setUp', begun }));
  const confirm = useFactorChange(confirmCodes, showCodes);
  const renew = useFactorChange(() => renewRecoveryCodes(), showCodes);
  const remove = useFactorChange(() => removeCodes(), () => { close(); done(t('codes.removed')); });
  const isOn = security.codes;
  return (
    <Sheet title={t('codes.title')} actions={<Badge color={isOn ? 'teal' : 'gray'}>{t(isOn ? 'codes.on' : 'codes.off')}</Badge>}>
      <Text c="dimmed">{t('codes.text')}</Text>
      {isOn && <Text mt="xs">{t('codes.left', { count: security.recoveryCodesLeft })}</Text>}
      {!security.password && !isOn && <Text mt="xs">{t('codes.needsPassword')}</Text>}
      <Group mt="md" gap="sm">
        {!isOn && <Button variant="default" disabled={!security.password} loading={begin.isPending} onClick={() => whenFresh(() => begin.mutate(undefined))}>{t('codes.begin')}</Button>}
        {isOn && <Button variant="default" onClick={() => whenFresh(() => setAsked({ kind: 'renew' }))}>{t('codes.renew')}</Button>}
        {isOn && <Button variant="subtle" onClick={() => whenFresh(() => setAsked({ kind: 'remove' }))}>{t('codes.remove')}</Button>}
      </Group>
      {asked?.kind === 'setUp' && <SetUp begun={asked.begun} isBusy={confirm.isPending} onCode={(code) => confirm.mutate(code)} onClose={close} />}
      {asked?.kind === 'recovery' && <RecoveryCodes codes={asked.codes} onClose={() => { close(); onEnrolled(); }} />}
      {asked?.kind === 'renew' && <ConfirmDialog title={t('codes.renew')} text={t('codes.renewText')} confirm={t('codes.renew')} isBusy={renew.isPending} onConfirm={() => renew.mutate(undefined)} onClose={close} />}
      {asked?.kind === 'remove' && <ConfirmDialog title={t('codes.remove')} text={t('codes.removeText')} confirm={t('codes.remove')} isBusy={remove.isPending} onConfirm={() => remove.mutate(undefined)} onClose={close} />}
    </Sheet>
  );
}

function SetUp({ begun, isBusy, onCode, onClose }: { begun: BegunCodes; isBusy: boolean; onCode: (code: string) => void; onClose: () => void }) {
  const { t } = useTranslation('security');
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') onCode(code.trim());
  };
  return (
    <Dialog title={t('codes.begin')} onClose={onClose} closeOnClickOutside={false}>
      <form onSubmit={submit}>
        <Stack>
          <Text>{t('codes.scan')}</Text>
          <Suspense><QrCode text={begun.uri} label={t('codes.qr')} /></Suspense>
          <div>
            <Text size="sm" c="dimmed">{t('codes.secret')}</Text>
            <code className={classes.code}>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </div>
          <CopyText value={begun.secret} />
          <TextInput label={t('codes.code')} autoComplete="one-time-code" inputMode="numeric" required withAsterisk={false} maxLength={10} value={code} onChange={(event) => setCode(event.currentTarget.value)} data-autofocus />
          <Group justify="flex-end"><Button type="submit" loading={isBusy}>{t('codes.confirm')}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation('security');
  return (
    <Dialog title={t('codes.recovery')} onClose={onClose} closeOnClickOutside={false}>
      <Stack>
        <Text>{t('codes.recoveryText')}</Text>
        <ul className={`${classes.code ?? ''} ${classes.codes ?? ''}`}>{codes.map((code) => <li key={code}>{code}</li>)}</ul>
        <Group justify="space-between"><CopyText value={codes.join('\n')} label={t('codes.copy')} /><Button onClick={onClose} data-autofocus>{t('codes.kept')}</Button></Group>
      </Stack>
    </Dialog>
  );
}
