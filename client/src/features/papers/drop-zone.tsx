import { ActionIcon, Button, FileButton, Group, Progress, Text } from '@mantine/core';
import { IconCircleCheck, IconUpload, IconX } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../ui/refusal-text';
import type { PaperOwner } from './api';
import { type FieldsOf, type Upload, type Uploads, useUploads } from './use-uploads';
import classes from './papers.module.css';

interface DropZoneProps { owner: PaperOwner; accept?: string; fieldsOf?: FieldsOf; onAdded: () => void }

/** Drop one or many PDFs, or choose them with a button; Word documents too, where a PDF can be made of them. */
export default function DropZone({ owner, accept = 'application/pdf,.pdf', fieldsOf, onAdded }: DropZoneProps) {
  const { t } = useTranslation('papers');
  const [isOver, setOver] = useState(false);
  const takesWord = accept.includes('.docx');
  const uploads = useUploads(owner, onAdded, fieldsOf);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add([...event.dataTransfer.files]);
  };
  return (
    <div>
      <div className={classes.drop} data-over={isOver || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
        <Text><strong>{t(takesWord ? 'drop.title.word' : 'drop.title')}</strong> {t('drop.text')}</Text>
        <FileButton multiple accept={accept} onChange={(files) => uploads.add(files)}>
          {(props) => <Button {...props} variant="default" leftSection={<IconUpload size={18} aria-hidden />}>{t(takesWord ? 'drop.button.word' : 'drop.button')}</Button>}
        </FileButton>
      </div>
      {uploads.list.length > 0 && <ul className="plain-list" aria-label={t('upload.list')} aria-live="polite">{uploads.list.map((upload) => <UploadRow key={upload.key} upload={upload} uploads={uploads} />)}</ul>}
    </div>
  );
}

function UploadRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { t } = useTranslation('papers');
  const textOf = useRefusalText();
  const { key, file, share, state, error } = upload;
  const isGoing = state === 'sending' || state === 'waiting';
  return (
    <li className={classes.upload}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text truncate>{file.name}</Text>
        {state === 'done' && <Group gap={4} wrap="nowrap"><IconCircleCheck size={18} aria-hidden /><Text size="sm">{t('upload.done')}</Text></Group>}
        <ActionIcon aria-label={isGoing ? t('upload.stop', { name: file.name }) : t('upload.clear')} onClick={() => (isGoing ? uploads.stop(key) : uploads.clear(key))}><IconX size={18} aria-hidden /></ActionIcon>
      </Group>
      {isGoing && <Progress value={share * 100} animated={share === 1} aria-label={t('upload.progress', { name: file.name })} />}
      {state === 'sending' && share === 1 && <Text size="sm" c="dimmed">{t('upload.checking')}</Text>}
      {state === 'refused' && <Group justify="space-between" wrap="nowrap" align="flex-start"><Text size="sm" c="var(--mantine-color-error)" role="alert">{textOf(error)}</Text><Button variant="default" size="sm" onClick={() => uploads.retry(key)}>{t('upload.retry')}</Button></Group>}
    </li>
  );
}
