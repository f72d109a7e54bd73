import { ActionIcon, Badge, Group, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Empty } from '../../ui/states';
import { useTimes } from '../../ui/time';
import type { AccountChoice } from './account-choice';
import { AppointForm, EndTermForm } from './appoint-form';
import { SeatForm } from './seat-form';
import classes from './bodies.module.css';
import { Menu } from '../../ui/menu';

interface SeatTableProps { bodyId: string; seats: Seat[]; canEdit: boolean; accounts: AccountChoice[] }

export function SeatTable({ bodyId, seats, canEdit, accounts }: SeatTableProps) {
  const { t } = useTranslation('bodies');
  if (seats.length === 0) return <Empty title={t('seats.empty.title')}>{t('seats.empty.text')}</Empty>;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('seats.title')}>
      <Table verticalSpacing="sm" miw={620}>
        <Table.Thead><Table.Tr><Table.Th>{t('seats.number')}</Table.Th><Table.Th>{t('seats.office')}</Table.Th><Table.Th>{t('seats.member')}</Table.Th><Table.Th>{t('seats.term')}</Table.Th>{canEdit && <Table.Th><span className="visually-hidden">{t('seats.edit')}</span></Table.Th>}</Table.Tr></Table.Thead>
        <Table.Tbody>{[...seats].sort((a, b) => a.number - b.number).map((seat) => <SeatRow key={seat.id} bodyId={bodyId} seat={seat} canEdit={canEdit} accounts={accounts} />)}</Table.Tbody>
      </Table>
    </div>
  );
}

function SeatRow({ bodyId, seat, canEdit, accounts }: Omit<SeatTableProps, 'seats'> & { seat: Seat }) {
  const { t } = useTranslation('bodies');
  const localised = useLocalised();
  const { day } = useTimes();
  const { member } = seat;
  return (
    <Table.Tr>
      <Table.Td>{seat.number}</Table.Td>
      <Table.Td>
        <Text fw={500}>{localised(seat.title, seat.titleEn)}</Text>
        <Group gap={6}>{seat.organisation !== null && <Text size="sm" c="dimmed">{seat.organisation}</Text>}{seat.isChair && <Badge size="md" color="red">{t('seats.chair')}</Badge>}{!seat.votes && <Badge size="md" color="gray">{t('seats.noVote')}</Badge>}</Group>
      </Table.Td>
      <Table.Td>{member ? localised(member.name, member.nameEn) : <Text c="dimmed">{t('seats.vacant')}</Text>}</Table.Td>
      <Table.Td>{member && [t('seats.from', { date: day(member.from) }), member.until === null ? '' : t('seats.until', { date: day(member.until) })].join(' ')}</Table.Td>
      {canEdit && <Table.Td w={60}><SeatMenu bodyId={bodyId} seat={seat} accounts={accounts} /></Table.Td>}
    </Table.Tr>
  );
}

function SeatMenu({ bodyId, seat, accounts }: { bodyId: string; seat: Seat; accounts: AccountChoice[] }) {
  const { t } = useTranslation('bodies');
  const [dialog, setDialog] = useState<'edit' | 'appoint' | 'end' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target><ActionIcon aria-label={t('seats.menu', { number: seat.number })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('edit')}>{t('seats.edit')}</Menu.Item>
          {seat.member === null && <Menu.Item onClick={() => setDialog('appoint')}>{t('seats.appoint')}</Menu.Item>}
          {seat.member !== null && <Menu.Item onClick={() => setDialog('end')}>{t('seats.end')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'edit' && <SeatForm bodyId={bodyId} seat={seat} nextNumber={seat.number} onClose={close} />}
      {dialog === 'appoint' && <AppointForm bodyId={bodyId} seatId={seat.id} accounts={accounts} onClose={close} />}
      {dialog === 'end' && seat.member && <EndTermForm bodyId={bodyId} memberId={seat.member.id} onClose={close} />}
    </>
  );
}
