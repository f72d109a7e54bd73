import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Turn, TurnAct } from '../../../api/contract';
import { useLocalised } from '../../../ui/localised';
import { Menu } from '../../../ui/menu';
import classes from './floor.module.css';

interface TurnRowProps { turn: Turn; place: number; isBusy: boolean; canMove: boolean; onAct: (act: TurnAct) => void }

/** One who waits to speak. */
export function TurnRow({ turn, place, isBusy, canMove, onAct }: TurnRowProps) {
  const { t } = useTranslation(['meeting', 'ui']);
  const localised = useLocalised();
  const name = localised(turn.name, turn.nameEn);
  return (
    <li className={classes.turn} data-kind={turn.kind}>
      <span className={classes.place}>{place}</span>
      <div className={classes.who}>
        <Text fw={500}>{name}</Text>
        <Group gap={8}>
          <Text size="sm" c="dimmed">{t(`kind.${turn.kind}`)} · {t('minutes', { count: turn.minutes })}</Text>
          {turn.isFirst && <Badge color="teal">{t('floor.first')}</Badge>}
        </Group>
      </div>
      <Group gap={4} wrap="nowrap">
        {turn.can.start && <Button variant={place === 1 ? 'outline' : 'default'} disabled={isBusy} aria-label={t('floor.startFor', { name })} onClick={() => onAct({ act: 'start' })}>{t('floor.start')}</Button>}
        {canMove ? (
          <Menu width={240}>
            <Menu.Target><ActionIcon aria-label={t('floor.actions', { name })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onAct({ act: 'move', index: 0 })}>{t('floor.toFront')}</Menu.Item>
              <Menu.Item onClick={() => onAct({ act: 'move', index: 1000 })}>{t('floor.toBack')}</Menu.Item>
              <Menu.Item onClick={() => onAct({ act: 'extend', minutes: 1 })}>{t('floor.extend')}</Menu.Item>
              <Menu.Item onClick={() => onAct({ act: 'withdraw' })}>{t('floor.remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : turn.can.withdraw && <Button variant="default" disabled={isBusy} onClick={() => onAct({ act: 'withdraw' })}>{t('floor.withdraw')}</Button>}
      </Group>
    </li>
  );
}
