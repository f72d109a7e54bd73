import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/form-dialog';
import { type ChosenPerson, PersonField } from './person-field';

interface SubstituteDialogProps { bodyId: string; isBusy: boolean; onConfirm: (entry: { substituteName: string } | { substituteAccountId: string }) => void; onClose: () => void }

/** The office, or the member, names who comes for the member: somebody with an account, or a name. */
export function SubstituteDialog({ bodyId, isBusy, onConfirm, onClose }: SubstituteDialogProps) {
  const { t } = useTranslation('guests');
  const [person, setPerson] = useState<ChosenPerson>({ name: '', accountId: null });
  const submit = () => onConfirm(person.accountId === null ? { substituteName: person.name.trim() } : { substituteAccountId: person.accountId });
  return (
    <FormDialog title={t('substitute.title')} confirm={t('substitute.title')} isBusy={isBusy} isIncomplete={person.name.trim() === ''} onSubmit={submit} onClose={onClose}>
      <PersonField bodyId={bodyId} label={t('substitute.name')} text={t('substitute.text')} isRequired value={person} onChange={setPerson} />
    </FormDialog>
  );
}
