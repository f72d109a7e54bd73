import { Button, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../ui/refusal-text';

interface SendFilesProps { files: File[]; send: (file: File, onProgress: (share: number) => void) => Promise<unknown>; onDone: () => void }
interface Failure { name: string; error: unknown }

/** Sends the files of a request that has just been saved; says which were refused, and keeps the rest. */
export function SendFiles({ files, send, onDone }: SendFilesProps) {
  const { t } = useTranslation('opinions');
  const textOf = useRefusalText();
  const [now, setNow] = useState({ name: files[0]?.name ?? '', share: 0 });
  const [failures, setFailures] = useState<Failure[] | null>(null);
  const start = useRef<() => Promise<void>>(null);
  start.current ??= async () => {
    const failed: Failure[] = [];
    for (const file of files) {
      setNow({ name: file.name, share: 0 });
      await send(file, (share) => setNow({ name: file.name, share })).catch((error: unknown) => failed.push({ name: file.name, error }));
    }
    if (failed.length === 0) onDone();
    else setFailures(failed);
  };
  const isStarted = useRef(false);
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    void start.current?.();
  }, []);
  if (failures === null) return <Stack><Text role="status">{t('form.papers.sending', { name: now.name })}</Text><Progress value={now.share * 100} aria-label={t('form.papers.sending', { name: now.name })} /></Stack>;
  return (
    <Stack role="alert">
      <Text>{t('form.papers.after')}</Text>
      <ul>{failures.map(({ name, error }) => <li key={name}><strong>{name}</strong>: {textOf(error)}</li>)}</ul>
      <div><Button onClick={onDone}>{t('form.open')}</Button></div>
    </Stack>
  );
}
