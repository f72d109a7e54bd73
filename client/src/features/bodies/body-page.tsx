import { Button, Group, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Body } from '../../api/contract';
import { Refusal } from '../../api/refusal';
import { useLocalised } from '../../ui/localised';
import { Page, Sheet } from '../../ui/page';
import { QueryView, Refused } from '../../ui/states';
import { today } from '../../ui/time';
import { bodiesQuery, seatsQuery } from './api';
import { AssistantsSheet } from './assistants-sheet';
import { BodyForm } from './body-form';
import { SeatForm } from './seat-form';
import type { AccountChoice } from './account-choice';
import { SeatTable } from './seat-table';

export function BodyPage({ bodyId, accounts }: { bodyId: string; accounts: AccountChoice[] }) {
  const query = useQuery(bodiesQuery);
  return (
    <QueryView query={query}>
      {({ bodies }) => {
        const body = bodies.find(({ id }) => id === bodyId);
        return body ? <BodyView body={body} accounts={accounts} /> : <Refused error={new Refusal('notFound', {}, 404)} />;
      }}
    </QueryView>
  );
}

function BodyView({ body, accounts }: { body: Body; accounts: AccountChoice[] }) {
  const { t } = useTranslation('bodies');
  const localised = useLocalised();
  const [on, setOn] = useState(today);
  const [dialog, setDialog] = useState<'body' | 'seat' | null>(null);
  const seats = useQuery(seatsQuery(body.id, on));
  const close = () => setDialog(null);
  const actions = (
    <>
      {body.can.importMembers && <Button variant="default" component={Link} to={`/administration/bodies/${body.id}/import`} leftSection={<IconTableImport size={18} aria-hidden />}>{t('import.title')}</Button>}
      {body.can.edit && <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setDialog('body')}>{t('form.edit')}</Button>}
    </>
  );
  return (
    <Page title={localised(body.name, body.nameEn)} lead={`${t(`kind.${body.kind}`)} · ${t('counts', { members: body.memberCount, seats: body.seatCount })}`} actions={actions}>
      <Sheet title={t('seats.title')} actions={(
        <Group align="flex-end" gap="sm">
          <TextInput type="date" label={t('seats.on')} value={on} onChange={(event) => { if (event.currentTarget.value !== '') setOn(event.currentTarget.value); }} />
          {body.can.edit && <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog('seat')}>{t('seats.add')}</Button>}
        </Group>
      )}>
        <QueryView query={seats}>{({ seats: all }) => <SeatTable bodyId={body.id} seats={all} canEdit={body.can.edit} accounts={accounts} />}</QueryView>
      </Sheet>
      {body.can.edit && seats.isSuccess && <div style={{ marginTop: 20 }}><AssistantsSheet bodyId={body.id} seats={seats.data.seats} /></div>}
      {dialog === 'body' && <BodyForm body={body} onClose={close} onSaved={close} />}
      {dialog === 'seat' && <SeatForm bodyId={body.id} seat={null} nextNumber={Math.max(0, ...(seats.data?.seats ?? []).map(({ number }) => number)) + 1} onClose={close} />}
    </Page>
  );
}
