import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../../ui/localised';
import { useTimes } from '../../../ui/time';
import type { FloorHeard } from './api';
import classes from './floor.module.css';

/** Who has spoken and how long, and who never did: nobody is overlooked. */
export function Spoken({ floor }: { floor: FloorHeard }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const { lasting } = useTimes();
  const silent = floor.spoken.filter(({ turns }) => turns === 0);
  const spoken = floor.spoken.filter(({ turns }) => turns > 0).sort((left, right) => right.seconds - left.seconds);
  return (
    <details>
      <Text component="summary" fw={600} mih={44} className={classes.summary}>{t('floor.spoken', { spoken: spoken.length, silent: silent.length })}</Text>
      {spoken.length > 0 && (
        <table className={classes.spoken}>
          <thead><tr><th>{t('floor.member')}</th><th>{t('floor.turns')}</th><th>{t('floor.time')}</th></tr></thead>
          <tbody>{spoken.map((member) => <tr key={member.memberId}><td>{localised(member.name, member.nameEn)}</td><td>{member.turns}</td><td>{lasting(member.seconds)}</td></tr>)}</tbody>
        </table>
      )}
      <Text fw={500} mt="sm">{t('floor.neverSpoke')}</Text>
      <Text size="sm" c="dimmed">{silent.length === 0 ? t('floor.allSpoke') : silent.map((member) => localised(member.name, member.nameEn)).join(' · ')}</Text>
    </details>
  );
}
