import { ActionIcon, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFileText, IconUpload, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest } from '../../api/contract';
import { useRefusalText } from '../../ui/refusal-text';
import { RefusalNote } from '../../ui/states';
import { requestKey } from './keys';

export type SendPaper = (requestId: string, file: File, onProgress: (share: number) => void) => Promise<unknown>;

interface PapersStepProps { request: OpinionRequest; sendPaper: SendPaper; removePaper: (paperId: string) => Promise<unknown> }

/** Files go up as they are chosen: what was taken is there after a reload, what was refused is told. */
export function PapersStep({ request, sendPaper, removePaper }: PapersStepProps) {
  const { t } = useTranslation(['opinions', 'ui']);
  const client = useQueryClient();
  const textOf = useRefusalText();
  const [now, setNow] = useState<{ name: string; share: number } | null>(null);
  const [failures, setFailures] = useState<{ name: string; error: unknown }[]>([]);
  const refresh = () => client.invalidateQueries({ queryKey: requestKey(request.id) });
  const remove = useMutation({ mutationFn: removePaper, onSettled: refresh });
  const send = async (files: File[]) => {
    const failed: typeof failures = [];
    for (const file of files) {
      setNow({ name: file.name, share: 0 });
      await sendPaper(request.id, file, (share) => setNow({ name: file.name, share })).catch((error: unknown) => failed.push({ name: file.name, error }));
    }
    setNow(null);
    setFailures(failed);
    await refresh();
  };
  return (
    <Stack>
      <Text c="dimmed">{t('form.papers.text')}</Text>
      {request.papers.length === 0 && <Text>{t('form.papers.none')}</Text>}
      <ul className="plain-list">
        {request.papers.map((paper) => (
          <li key={paper.id}>
            <Group wrap="nowrap" gap="xs"><IconFileText size={20} aria-hidden /><Text flex={1} truncate>{paper.title}</Text>
              {paper.can.remove && <ActionIcon aria-label={`${t('ui:remove')}: ${paper.title}`} onClick={() => remove.mutate(paper.id)}><IconX size={18} aria-hidden /></ActionIcon>}</Group>
          </li>
        ))}
      </ul>
      {now !== null && <Stack gap={4}><Text role="status">{t('form.papers.sending', { name: now.name })}</Text><Progress value={now.share * 100} aria-label={t('form.papers.sending', { name: now.name })} /></Stack>}
      {failures.length > 0 && <div role="alert"><Text>{t('form.papers.after')}</Text><ul>{failures.map(({ name, error }) => <li key={name}><strong>{name}</strong>: {textOf(error)}</li>)}</ul></div>}
      <RefusalNote error={remove.error} />
      <FileButton multiple accept="application/pdf,.pdf" onChange={(files) => void send(files)}>
        {(props) => <Button {...props} variant="default" style={{ alignSelf: 'flex-start' }} loading={now !== null} leftSection={<IconUpload size={18} aria-hidden />}>{t('form.papers.choose')}</Button>}
      </FileButton>
    </Stack>
  );
}
