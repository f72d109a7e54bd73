import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../api/contract';
import { Dialog } from '../../../ui/dialog';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { QueryView, RefusalNote } from '../../../ui/states';
import { notesKey } from '../keys';
import { noteReadersQuery, shareNote } from './api';
import classes from './notes.module.css';

const folded = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** Who may read this note: exactly those who are ticked. */
export default function ShareDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation(['notes', 'ui']);
  const localised = useLocalised();
  const client = useQueryClient();
  const { done } = useNotify();
  const query = useQuery(noteReadersQuery(note.versionId));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(note.sharedWith.map(({ id }) => id)));
  const [words, setWords] = useState('');
  const save = useMutation({
    mutationFn: () => shareNote(note.id, (query.data?.people ?? []).map(({ id }) => id).filter((id) => chosen.has(id))),
    onSuccess: async ({ sharedWith }) => {
      await client.invalidateQueries({ queryKey: notesKey });
      done(t('share.done', { count: sharedWith.length }));
      onClose();
    },
  });
  const toggle = (id: string) => setChosen((old) => {
    const next = new Set(old);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  return (
    <Dialog title={t('share.title')} onClose={onClose}>
      <Text mb="sm">{t('share.text')}</Text>
      <QueryView query={query}>
        {({ people }) => (people.length === 0 ? <Text c="dimmed">{t('share.nobody')}</Text> : (
          <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
            <TextInput label={t('share.find')} value={words} onChange={(event) => setWords(event.currentTarget.value)} mb="xs" />
            <ul className={`plain-list ${classes.people ?? ''}`} aria-label={t('share.people')}>
              {people.filter(({ name, nameEn }) => folded(`${name} ${nameEn ?? ''}`).includes(folded(words.trim()))).map(({ id, name, nameEn }) => (
                <li key={id}><label className={classes.person}><input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} /><span>{localised(name, nameEn)}</span></label></li>
              ))}
            </ul>
            <RefusalNote error={save.error} />
            <Group justify="flex-end" mt="md">
              <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
              <Button type="submit" loading={save.isPending}>{t('share.save', { count: chosen.size })}</Button>
            </Group>
          </form>
        ))}
      </QueryView>
    </Dialog>
  );
}
