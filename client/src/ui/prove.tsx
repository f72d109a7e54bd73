import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proof, StepUpEntry } from '../api/contract';
import { Refusal } from '../api/refusal';
import { Dialog } from './dialog';
import { RefusalNote } from './states';

interface Asked { statementId: string; send: (proof: Proof) => Promise<void>; onClose: () => void }

/**
 * Asks the person again for one act: the device's passkey at once, or a form for password and code that stays open until both
 * are right. What it needs comes with the first use.
 */
export function useProve() {
  const [asked, setAsked] = useState<Asked | null>(null);
  async function prove<Answer>(entry: StepUpEntry, act: (proof: Proof) => Promise<Answer>): Promise<Answer> {
    const { askStatement, signByPasskey } = await import('../api/step-up');
    const statement = await askStatement(entry);
    if (statement.way === 'passkey') return act(await signByPasskey(statement));
    return new Promise<Answer>((resolve, reject) => setAsked({
      statementId: statement.statementId,
      send: async (proof) => {
        const answer = await act(proof);
        setAsked(null);
        resolve(answer);
      },
      onClose: () => {
        setAsked(null);
        reject(new Refusal('stepUpStopped', {}, 0));
      },
    }));
  }
  const dialog: ReactNode = asked && <CodeDialog {...asked} />;
  return { prove, dialog };
}

function CodeDialog({ statementId, send, onClose }: Asked) {
  const { t } = useTranslation('ui');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const sending = useMutation({ mutationFn: send });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate({ kind: 'code', statementId, password, code: code.trim() });
  };
  return (
    <Dialog title={t('prove.title')} onClose={onClose} closeOnClickOutside={false}>
      <form onSubmit={submit}>
        <Stack>
          <Text>{t('prove.text')}</Text>
          <PasswordInput label={t('prove.password')} autoComplete="current-password" required withAsterisk={false} value={password} onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={{ 'aria-label': t('prove.show') }} />
          <TextInput label={t('prove.code')} autoComplete="one-time-code" inputMode="numeric" required withAsterisk={false} maxLength={10} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          <RefusalNote error={sending.error} />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('cancel')}</Button><Button type="submit" loading={sending.isPending}>{t('prove.submit')}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
