import '@mantine/dates/styles.layer.css';
import { DatesProvider, DateTimePicker } from '@mantine/dates';
import 'dayjs/locale/vi';
import { useTranslation } from 'react-i18next';

/** A day and an hour in Viet Nam. */
export function TimeField({ label, value, onChange }: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  const { t, i18n } = useTranslation('sessions');
  return (
    <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
      <DateTimePicker label={label} description={t('form.zone')} required dropdownType="modal" size="md" defaultTimeValue="08:00" valueFormat="HH:mm DD/MM/YYYY" placeholder={t('form.date.pick')} value={value} onChange={onChange} />
    </DatesProvider>
  );
}
