import { Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Library, MyBody } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { FormDialog } from '../../ui/form-dialog';
import { Loading, RefusalNote } from '../../ui/states';
import { addFolder, addLink, libraryQuery } from './api';
import { useLibraryChange } from './use-library-change';

const NEW = 'new';

interface SaveDialogProps { paper: { id: string; title: string }; /** The body whose library this person keeps, or null. */ kept: MyBody | null; onClose: () => void }

/** Puts a link to a paper into a folder: one that is there, or a new one. */
export default function SaveDialog({ paper, kept, onClose }: SaveDialogProps) {
  const { t } = useTranslation('libraries');
  const [where, setWhere] = useState('mine');
  const bodyId = where === 'mine' || kept === null ? null : kept.id;
  const library = useQuery(libraryQuery(bodyId));
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const folders = library.data?.folders ?? [];
  const folderId = chosen ?? folders[0]?.id ?? NEW;
  const save = useLibraryChange(bodyId, async () => addLink(folderId === NEW ? await newFolder(bodyId, name.trim(), folders) : folderId, paper.id), { done: () => t('saved'), onDone: onClose });
  return (
    <FormDialog title={t('save.title')} confirm={t('save')} isBusy={save.isPending} isIncomplete={library.data === undefined || (folderId === NEW && name.trim() === '')} error={save.error} onSubmit={() => save.mutate(undefined)} onClose={onClose}>
      <Stack gap="md">
        {kept !== null && <Choose label={t('save.where')} value={where} data={[{ value: 'mine', label: t('mine') }, { value: 'body', label: t('common.of', { body: kept.shortName }) }]} onChange={(value) => { setWhere(value); setChosen(null); }} />}
        {library.isError && <RefusalNote error={library.error} />}
        {library.isPending && <Loading rows={1} />}
        {library.data !== undefined && <Choose label={t('folder')} value={folderId} data={[...folders.map(({ id, name: label }) => ({ value: id, label })), { value: NEW, label: t('folder.new') }]} onChange={setChosen} />}
        {library.data !== undefined && folderId === NEW && <TextInput label={t('folder.name')} value={name} maxLength={120} required onChange={(event) => setName(event.currentTarget.value)} />}
      </Stack>
    </FormDialog>
  );
}

async function newFolder(bodyId: string | null, name: string, before: Library['folders']): Promise<string> {
  const known = new Set(before.map(({ id }) => id));
  const { folders } = await addFolder(bodyId, name);
  return folders.find((folder) => !known.has(folder.id) && folder.name === name.normalize('NFC'))?.id ?? '';
}
