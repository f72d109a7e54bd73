import { Anchor, Button, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconCloudUpload, IconDownload, IconFileDownload, IconMessage2, IconPencil, IconShare, IconTrash } from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../api/contract';
import { lazyPart } from '../../../api/lazy-part';
import { Refusal } from '../../../api/refusal';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { useRefusalText } from '../../../ui/refusal-text';
import { saveFile } from '../../../ui/save-file';
import { showToast } from '../../../ui/toasts';
import { takeCopy } from '../copies';
import { colours } from './bars';
import { noteIcons } from './icons';
import type { Notes } from './use-notes';
import classes from './notes.module.css';

const ShareDialog = lazyPart(() => import('./share-dialog'));

export interface NotesPaneProps { notes: Notes; title: string; current: number; openId: string | null; onOpen: (id: string | null) => void; onPage: (page: number) => void; onPageNote: () => void; onBookmark: () => void; onDraw: () => void }

/** The notes on this paper in its order: to go to each, to write, to show, to delete. */
export function NotesPane({ notes, title, current, openId, onOpen, onPage, onPageNote, onBookmark, onDraw }: NotesPaneProps) {
  const { t } = useTranslation('notes');
  const { all, lost, waiting, unkept, versionId, mayCopy } = notes;
  const isMarked = all.some(({ kind, page, isMine }) => kind === 'bookmark' && page === current && isMine);
  return (
    <div className={classes.pane} role="region" aria-label={t('pane')}>
      <div className={classes.paneActs}>
        <Button variant="default" justify="flex-start" leftSection={<IconMessage2 size={20} aria-hidden />} onClick={onPageNote}>{t('act.page', { page: current })}</Button>
        <Button variant="default" justify="flex-start" leftSection={<IconPencil size={20} aria-hidden />} onClick={onDraw}>{t('act.draw')}</Button>
        <Button variant="default" justify="flex-start" leftSection={<IconBookmark size={20} aria-hidden />} aria-pressed={isMarked} onClick={onBookmark}>{t(isMarked ? 'act.unmark' : 'act.bookmark', { page: current })}</Button>
      </div>
      {unkept > 0 && <Text size="sm" c="red" role="alert" mb={6}>{t('unkept', { count: unkept })}</Text>}
      {waiting > unkept && <Text size="sm" c="dimmed" role="status" mb={6}><IconCloudUpload size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {t('waiting', { count: waiting - unkept })}</Text>}
      {all.length === 0 && <Text size="sm" c="dimmed" p={4}>{t('empty')}</Text>}
      <ul className="plain-list" aria-label={t('list')}>
        {all.map((note) => <Entry key={note.id} note={note} notes={notes} isOpen={note.id === openId} onOpen={() => { onOpen(note.id === openId ? null : note.id); onPage(note.page); }} />)}
      </ul>
      {lost.length > 0 && <LostNotes lost={lost} />}
      {all.length > 0 && mayCopy && <CopyButton versionId={versionId} notes={notes} title={title} />}
      {all.some(({ isMine }) => isMine) && <Button component="a" variant="subtle" fullWidth leftSection={<IconDownload size={20} aria-hidden />} href={`/api/paper-versions/${versionId}/annotations`} download>{t('export')}</Button>}
    </div>
  );
}

/** The paper as a file with the notes in it, as other readers show them. */
function CopyButton({ versionId, notes, title }: { versionId: string; notes: Notes; title: string }) {
  const { t } = useTranslation('notes');
  const localised = useLocalised();
  const notify = useNotify();
  const [isBusy, setBusy] = useState(false);
  const make = async () => {
    const { copyWithNotes } = await import('./pdf-copy');
    const bytes = await copyWithNotes(await takeCopy(versionId, 'keep'), notes.all, { bookmark: t('kind.bookmark'), nameOf: ({ by }) => localised(by.name, by.nameEn) });
    saveFile(new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), t('copy.name', { title }));
  };
  const start = () => {
    setBusy(true);
    void make().catch((error: unknown) => (error instanceof Refusal ? notify.refused(error) : showToast(t('copy.failed'), true))).finally(() => setBusy(false));
  };
  return <Button variant="subtle" fullWidth loading={isBusy} leftSection={<IconFileDownload size={20} aria-hidden />} onClick={start}>{t('copy')}</Button>;
}

function Entry({ note, notes, isOpen, onOpen }: { note: Note; notes: Notes; isOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation('notes');
  const localised = useLocalised();
  const refusalText = useRefusalText();
  const refused = notes.refused.get(note.id);
  const Icon = noteIcons[note.kind];
  const who = note.isMine ? '' : ` · ${localised(note.by.name, note.by.nameEn)}`;
  const shared = note.sharedWith.length > 0 ? ` · ${t('sharedWith', { count: note.sharedWith.length })}` : '';
  return (
    <li className={classes.entry} data-open={isOpen || undefined}>
      <UnstyledButton className={classes.entryHead} aria-expanded={isOpen} onClick={onOpen}>
        <span className={classes.entryMeta}><Icon size={16} aria-hidden /><span>{t(`kind.${note.kind}`)} · {t('page', { page: note.page })}{note.kind === 'highlight' ? ` · ${t(`colour.${note.colour}`)}` : ''}{who}{shared}</span></span>
        {note.kind === 'highlight' && note.quote !== null && <span className={classes.quote} data-colour={note.colour}>{note.quote.exact}</span>}
        {note.text !== '' && !(isOpen && note.isMine) && <span className={classes.words}>{note.text}</span>}
      </UnstyledButton>
      {refused !== undefined && <Text size="sm" c="red" px="sm" pb="xs" role="alert">{t('refused')} {refusalText(refused)}</Text>}
      {isOpen && note.isMine && <EntryEditor note={note} notes={notes} />}
    </li>
  );
}

/** Saved as one writes. */
function EntryEditor({ note, notes }: { note: Note; notes: Notes }) {
  const { t } = useTranslation('notes');
  const [text, setText] = useState(note.text);
  const [isSharing, setSharing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const [isNew] = useState(note.text === '' && note.kind !== 'bookmark');
  useEffect(() => { if (isNew) box.current?.focus(); }, [isNew]);
  const write = (next: string) => {
    setText(next);
    notes.change(note, { text: next });
  };
  return (
    <div className={classes.entryBody}>
      <Textarea ref={box} label={t('text')} value={text} maxLength={4000} autosize minRows={2} maxRows={10} onChange={(event) => write(event.currentTarget.value)} />
      {note.kind === 'highlight' && (
        <div className={classes.row} role="group" aria-label={t('colour')}>
          {colours.map((colour) => <button key={colour} type="button" className={classes.swatch} data-colour={colour} aria-pressed={note.colour === colour} title={t(`colour.${colour}`)} aria-label={t(`colour.${colour}`)} onClick={() => notes.change(note, { colour })}><span aria-hidden>{t('sample')}</span></button>)}
        </div>
      )}
      <div className={classes.row}>
        {note.revision > 0 && <Button variant="default" px="sm" leftSection={<IconShare size={18} aria-hidden />} onClick={() => setSharing(true)}>{t('share')}</Button>}
        <Button variant="subtle" color="red" px="sm" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => notes.drop(note)}>{t('drop')}</Button>
      </div>
      {isSharing && <Suspense><ShareDialog note={note} onClose={() => setSharing(false)} /></Suspense>}
    </div>
  );
}

/** Their words are not in this version any more; the old one still has them. */
function LostNotes({ lost }: { lost: readonly Note[] }) {
  const { t } = useTranslation('notes');
  return (
    <section aria-label={t('lost')}>
      <h3 className={classes.paneTitle}>{t('lost')}</h3>
      <Text size="sm" c="dimmed" px={4} mb={6}>{t('lost.text')}</Text>
      <ul className="plain-list">
        {lost.map((note) => (
          <li key={note.id} className={classes.entry}>
            <div className={classes.entryHead}>
              <span className={classes.entryMeta}>{t(`kind.${note.kind}`)} · {t('lost.where', { number: note.versionNumber, page: note.page })}</span>
              {note.quote !== null && <span className={classes.quote} data-colour={note.colour}>{note.quote.exact}</span>}
              {note.text !== '' && <span className={classes.words}>{note.text}</span>}
              <Anchor href={`/api/paper-versions/${note.versionId}/file#page=${note.page}`} target="_blank" rel="noreferrer" display="inline-block" py={8}>{t('lost.open', { number: note.versionNumber })}</Anchor>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
