import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { passkeysHere } from '../../api/passkey';

/** Why passkeys cannot be used here, and where they can: a trial on this machine has a name as well as an address. */
export function PasskeyHint({ id, text }: { id?: string; text: string }) {
  const { t } = useTranslation('identity');
  const here = passkeysHere();
  const { hostname, port, pathname, search, protocol } = window.location;
  const named = hostname === '127.0.0.1' ? `${protocol}//localhost${port === '' ? '' : `:${port}`}${pathname}${search}` : null;
  return (
    <Text {...(id === undefined ? {} : { id })} size="sm" c="dimmed">
      {here === 'yes' ? text : t(`passkey.${here}`)}
      {named !== null && <> <Anchor href={named} inherit underline="always">{t('passkey.byName')}</Anchor></>}
    </Text>
  );
}
