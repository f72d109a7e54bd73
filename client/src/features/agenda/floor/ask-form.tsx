import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance, FloorEntry, TurnKind } from '../../../api/contract';
import { Choose } from '../../../ui/choose';
import { Dialog } from '../../../ui/dialog';
import { useLocalised } from '../../../ui/localised';

const kinds: TurnKind[] = ['presentation', 'speech', 'intervention', 'pointOfOrder'];
const OTHER = 'other';

interface AskFormProps { members: Attendance[]; isBusy: boolean; onAsk: (entry: FloorEntry) => void; onClose: () => void }

/** The office puts somebody on the list: a member, or anybody by name. */
export function AskForm({ members, isBusy, onAsk, onClose }: AskFormProps) {
  const { t } = useTranslation(['meeting', 'ui']);
  const localised = useLocalised();
  const [kind, setKind] = useState<TurnKind>('presentation');
  const [memberId, setMemberId] = useState(OTHER);
  const [name, setName] = useState('');
  const isMissing = memberId === OTHER && name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) onAsk(memberId === OTHER ? { kind, name: name.trim() } : { kind, memberId });
  };
  return (
    <Dialog title={t('floor.add')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Choose label={t('floor.kind')} data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} value={kind} onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'speech')} />
          <Choose label={t('floor.who')} data={[{ value: OTHER, label: t('floor.other') }, ...members.map((member) => ({ value: member.memberId, label: localised(member.title, member.titleEn) }))]} value={memberId} onChange={setMemberId} />
          {memberId === OTHER && <TextInput label={t('floor.name')} required maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={isBusy} disabled={isMissing}>{t('floor.add')}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
