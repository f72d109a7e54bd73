import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A day and an hour in Viet Nam; the device's own picker, since it stands in a dialog. */
export function TimeField({ label, value, onChange }: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation('sessions');
  return <TextInput type="datetime-local" label={label} description={t('form.zone')} required value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)} />;
}
