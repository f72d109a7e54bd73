import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, Site } from '../../../api/contract';
import { FormDialog } from '../../../ui/form-dialog';
import { useSessionChange } from '../use-session-change';
import { changeSite, makeSite } from './api';

/** Makes a site or changes its words. */
export function SiteDialog({ session, site, onClose }: { session: Session; site: Site | null; onClose: () => void }) {
  const { t } = useTranslation('sites');
  const [words, setWords] = useState({ name: site?.name ?? '', place: site?.place ?? '', contact: site?.contact ?? '' });
  const save = useSessionChange(() => (site === null ? makeSite(session.id, words) : changeSite(site.id, words)), () => t('saved'));
  const title = t(site === null ? 'make' : 'edit');
  return (
    <FormDialog title={title} confirm={t('save')} isBusy={save.isPending} isIncomplete={words.name.trim() === ''} onSubmit={() => save.mutate(undefined, { onSuccess: onClose })} onClose={onClose}>
      <TextInput label={t('name')} description={t('name.text')} required maxLength={100} value={words.name} onChange={({ currentTarget: { value } }) => setWords((old) => ({ ...old, name: value }))} data-autofocus />
      <TextInput label={t('place')} maxLength={300} value={words.place} onChange={({ currentTarget: { value } }) => setWords((old) => ({ ...old, place: value }))} />
      <TextInput label={t('contact')} description={t('contact.text')} maxLength={300} value={words.contact} onChange={({ currentTarget: { value } }) => setWords((old) => ({ ...old, contact: value }))} />
    </FormDialog>
  );
}
