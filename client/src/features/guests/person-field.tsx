import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../ui/localised';
import { peopleQuery } from './api';
import classes from './guests.module.css';

export interface ChosenPerson { name: string; accountId: string | null }
interface PersonFieldProps { bodyId: string; label: string; text: string; isRequired?: boolean; /** A name alone is not enough. */ needsAccount?: boolean; value: ChosenPerson; onChange: (value: ChosenPerson) => void }

const WAIT_MS = 250;

/** A name to write down, or somebody with an account to choose. */
export function PersonField({ bodyId, label, text, isRequired = false, needsAccount = false, value, onChange }: PersonFieldProps) {
  const { t } = useTranslation('guests');
  const localised = useLocalised();
  const [words] = useDebouncedValue(value.name.trim(), WAIT_MS);
  const isSearching = value.accountId === null && words.length >= 2;
  const { data } = useQuery({ ...peopleQuery(bodyId, words), enabled: isSearching });
  const people = isSearching ? (data?.people ?? []) : [];
  return (
    <div>
      <TextInput label={label} description={text} required={isRequired} maxLength={200} autoComplete="off" value={value.name} onChange={(event) => onChange({ name: event.currentTarget.value, accountId: null })} data-autofocus={needsAccount ? undefined : true} />
      <Text size="sm" c="dimmed" mt={4} role="status">{value.name.trim() === '' || (needsAccount && value.accountId === null) ? '' : t(value.accountId === null ? 'person.byName' : 'person.chosen')}</Text>
      {people.length > 0 && (
        <ul className={`plain-list ${classes.found ?? ''}`} aria-label={t('person.found')}>
          {people.map((person) => <li key={person.accountId}><UnstyledButton className={classes.person ?? ''} aria-label={t('person.choose', { name: localised(person.name, person.nameEn) })} onClick={() => onChange({ name: person.name, accountId: person.accountId })}>{localised(person.name, person.nameEn)}</UnstyledButton></li>)}
        </ul>
      )}
    </div>
  );
}
