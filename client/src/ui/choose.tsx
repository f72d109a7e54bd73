import { NativeSelect, type NativeSelectProps } from '@mantine/core';

interface ChooseProps extends Omit<NativeSelectProps, 'onChange' | 'value' | 'data'> { data: { value: string; label: string }[]; value: string | null; placeholder?: string; onChange: (value: string) => void }

/** The device's own list: large and familiar on a tablet, quick on a keyboard. */
export function Choose({ data, value, placeholder, onChange, ...rest }: ChooseProps) {
  const options = value === null ? [{ value: '', label: placeholder ?? '', disabled: true }, ...data] : data;
  return <NativeSelect size="md" {...rest} data={options} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)} />;
}
