import { Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoPerson, Me } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { RefusalNote } from '../../ui/states';
import { demoSignIn } from './api';
import classes from './sign-in.module.css';

interface DemoPeopleProps { people: DemoPerson[]; onEnter: (me: Me) => void }

function byBody(people: DemoPerson[], nameOf: (person: DemoPerson) => string): [string, DemoPerson[]][] {
  const groups = new Map<string, DemoPerson[]>();
  for (const person of people) groups.set(nameOf(person), [...(groups.get(nameOf(person)) ?? []), person]);
  return [...groups];
}

export function DemoPeople({ people, onEnter }: DemoPeopleProps) {
  const { t } = useTranslation('identity');
  const localised = useLocalised();
  const [filter, setFilter] = useState('');
  const entry = useMutation({ mutationFn: demoSignIn, onSuccess: onEnter });
  const wanted = filter.trim().toLocaleLowerCase();
  const bodyOf = (person: DemoPerson) => (person.bodyName === '' ? t('demo.system') : localised(person.bodyName, person.bodyNameEn));
  const shown = people.filter((person) => wanted === '' || `${person.name} ${person.nameEn ?? ''} ${t(`role.${person.role}`)}`.toLocaleLowerCase().includes(wanted));
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <Title order={2} size="h3" id="demo-title">{t('demo.title')}</Title>
      <Text c="dimmed" mb="md">{t('demo.text')}</Text>
      {entry.isError && <RefusalNote error={entry.error} />}
      <TextInput aria-label={t('demo.filter')} placeholder={t('demo.filter')} leftSection={<IconSearch size={18} aria-hidden />} value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)} mb="sm" />
      <div className={classes.people} tabIndex={0} role="group" aria-label={t('demo.people')}>
        {shown.length === 0 && <Text c="dimmed" p="md">{t('demo.nobody')}</Text>}
        {byBody(shown, bodyOf).map(([body, members]) => (
          <div key={body}>
            <Title order={3} size="sm" className={classes.bodyName}>{body}</Title>
            <ul className="plain-list">
              {members.map((person) => (
                <li key={person.username}>
                  <UnstyledButton className={classes.person} disabled={entry.isPending} onClick={() => entry.mutate(person.username)}>
                    <span>{localised(person.name, person.nameEn)}</span>
                    <span className={classes.role}>{t(`role.${person.role}`)}</span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
