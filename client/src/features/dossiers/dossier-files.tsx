import { ActionIcon, FileButton, Progress, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconDownload, IconFileText, IconPencil, IconReplace, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, DossierPart, PaperBrief } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { FormDialog } from '../../ui/form-dialog';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { useFileSize } from '../../ui/size';
import { RefusalNote } from '../../ui/states';
import { type FileOf, editFile, removeFile, replaceFile } from './api';
import { dossierKey } from './keys';
import classes from './dossiers.module.css';

const parts: DossierPart[] = ['main', 'summary', 'annex'];

/** The files of a dossier, each with what it is; sponsors replace and remove them while they may. */
export function DossierFiles({ dossier, onOpen, children }: { dossier: Dossier; onOpen: (paperId: string) => void; children: ReactNode }) {
  const { t } = useTranslation('dossiers');
  return (
    <>
      {dossier.files.length === 0 && !dossier.can.edit && <Text c="dimmed">{t('files.none')}</Text>}
      <ul className="plain-list" aria-label={t('files.title')}>{dossier.files.map((paper) => <FileRow key={paper.id} dossier={dossier} paper={paper} onOpen={() => onOpen(paper.id)} />)}</ul>
      {children}
      {dossier.can.edit && <Text size="sm" c="dimmed" mt="xs">{t(dossier.takesWord ? 'files.word' : 'files.noWord')}</Text>}
    </>
  );
}

function FileRow({ dossier, paper, onOpen }: { dossier: Dossier; paper: PaperBrief; onOpen: () => void }) {
  const { t } = useTranslation(['dossiers', 'papers']);
  const sizeOf = useFileSize();
  const client = useQueryClient();
  const notify = useNotify();
  const [isAsked, setAsked] = useState(false);
  const [isRenaming, setRenaming] = useState(false);
  const [share, setShare] = useState(0);
  const of = { dossierId: dossier.id, paperId: paper.id };
  const refresh = () => void client.invalidateQueries({ queryKey: dossierKey(dossier.id) });
  const edit = useMutation({ mutationFn: (part: DossierPart) => editFile(of, { part }), onSuccess: (answer) => client.setQueryData(dossierKey(dossier.id), answer), onError: notify.refused });
  const replace = useMutation({ mutationFn: (file: File) => replaceFile(of, file, setShare), onSuccess: () => { refresh(); notify.done(t(dossier.can.supplement ? 'done.supplement' : 'done.replace')); } });
  const remove = useMutation({ mutationFn: () => removeFile(of), onSuccess: () => { setAsked(false); refresh(); }, onError: notify.refused });
  const { current, part } = paper;
  const facts = [part === null || dossier.can.edit ? '' : t(`part.${part}`), current.pages > 0 ? t('papers:pages', { count: current.pages }) : '', sizeOf(current.size), paper.versionCount > 1 ? t('papers:version', { number: current.number }) : ''];
  return (
    <li className={classes.file}>
      <UnstyledButton className={classes.fileOpen} onClick={onOpen}>
        <IconFileText size={22} stroke={1.5} aria-hidden style={{ flex: 'none' }} />
        <span style={{ minWidth: 0 }}><Text component="span" display="block" fw={500} style={{ overflowWrap: 'anywhere' }}>{paper.title}</Text><Text component="span" size="sm" c="dimmed">{facts.filter((fact) => fact !== '').join(' · ')}</Text></span>
      </UnstyledButton>
      <div className={classes.fileActs}>
        {dossier.can.edit && <Choose aria-label={t('part.of', { title: paper.title })} data={parts.map((value) => ({ value, label: t(`part.${value}`) }))} value={part ?? 'main'} disabled={edit.isPending} onChange={(value) => edit.mutate(parts.find((each) => each === value) ?? 'annex')} />}
        {current.original !== null && <ActionIcon component="a" variant="default" href={`/api/paper-versions/${current.id}/original`} aria-label={t('original', { name: current.original.fileName })} title={t('original', { name: current.original.fileName })}><IconDownload size={20} aria-hidden /></ActionIcon>}
        {dossier.can.edit && <ActionIcon variant="default" aria-label={t('file.rename', { title: paper.title })} title={t('file.rename', { title: paper.title })} onClick={() => setRenaming(true)}><IconPencil size={20} aria-hidden /></ActionIcon>}
        {(dossier.can.edit || dossier.can.supplement) && <FileButton accept={accepted(dossier.takesWord)} onChange={(file) => { if (file) replace.mutate(file); }}>{(props) => <ActionIcon {...props} variant="default" loading={replace.isPending} aria-label={t('file.replace', { title: paper.title })} title={t('file.replace', { title: paper.title })}><IconReplace size={20} aria-hidden /></ActionIcon>}</FileButton>}
        {dossier.can.edit && <ActionIcon variant="default" aria-label={t('file.remove', { title: paper.title })} title={t('file.remove', { title: paper.title })} onClick={() => setAsked(true)}><IconTrash size={20} aria-hidden /></ActionIcon>}
      </div>
      {replace.isPending && <Progress value={share * 100} animated={share === 1} aria-label={t('papers:upload.progress', { name: paper.title })} />}
      {replace.isError && <RefusalNote error={replace.error} />}
      {isRenaming && <RenameDialog of={of} title={paper.title} onClose={() => setRenaming(false)} />}
      {isAsked && <ConfirmDialog title={t('file.remove', { title: paper.title })} text={t('confirm.removeFile')} confirm={t('file.removeIt')} isBusy={remove.isPending} onConfirm={() => remove.mutate()} onClose={() => setAsked(false)} />}
    </li>
  );
}

/** A file's name is seldom what the paper is called. */
function RenameDialog({ of, title, onClose }: { of: FileOf; title: string; onClose: () => void }) {
  const { t } = useTranslation('dossiers');
  const client = useQueryClient();
  const [name, setName] = useState(title);
  const rename = useMutation({
    mutationFn: () => editFile(of, { title: name.trim() }),
    onSuccess: (answer) => {
      client.setQueryData(dossierKey(of.dossierId), answer);
      onClose();
    },
  });
  return (
    <FormDialog title={t('file.rename', { title })} confirm={t('form.save')} isBusy={rename.isPending} isIncomplete={name.trim() === ''} error={rename.error} onSubmit={() => rename.mutate()} onClose={onClose}>
      <TextInput label={t('file.name')} required maxLength={300} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}

/** What the file chooser offers. */
export const accepted = (takesWord: boolean): string => (takesWord ? 'application/pdf,.pdf,.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document' : 'application/pdf,.pdf');

/** What a file is, by its name: the first one is what is submitted, the others go with it. */
export function partByName(name: string, files: readonly PaperBrief[]): DossierPart {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  if (/tom[ _-]?tat|summary/.test(plain)) return 'summary';
  return files.some(({ part }) => part === 'main' || part === null) ? 'annex' : 'main';
}
