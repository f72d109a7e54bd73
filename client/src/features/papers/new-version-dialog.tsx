import { Button, FileInput, Group, Progress, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperBrief } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { RefusalNote } from '../../ui/states';
import { addVersion } from './api';
import { paperKey } from './keys';
import { Dialog } from '../../ui/dialog';

export function NewVersionDialog({ paper, onClose, onDone }: { paper: PaperBrief; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(['papers', 'ui']);
  const client = useQueryClient();
  const { done } = useNotify();
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const [share, setShare] = useState(0);
  const send = useMutation({
    mutationFn: (chosen: File) => addVersion(paper.id, chosen, note.trim(), setShare),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: paperKey(paper.id) });
      done(t(paper.state === 'released' ? 'replace.doneUnreleased' : 'replace.done'));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) send.mutate(file);
  };
  return (
    <Dialog onClose={onClose} title={t('act.replace')}>
      <form onSubmit={submit}>
        <Stack>
          <FileInput size="md" label={t('replace.file')} accept="application/pdf,.pdf" value={file} onChange={setFile} placeholder={t('drop.button')} required />
          <Textarea label={t('replace.note')} description={t('ui:optional')} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          {send.isPending && <Progress value={share * 100} aria-label={t('upload.progress', { name: file?.name ?? '' })} />}
          {send.isError && <RefusalNote error={send.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={send.isPending} disabled={file === null}>{t('replace.submit')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
