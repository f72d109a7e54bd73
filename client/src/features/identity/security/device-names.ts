import { useTranslation } from 'react-i18next';
import type { DeviceSession } from '../../../api/contract';

/** "Chrome trên Windows", or what its owner calls it. */
export function useDeviceName(): (device: Pick<DeviceSession, 'name' | 'browser' | 'system'>) => string {
  const { t } = useTranslation('security');
  return ({ name, browser, system }) => {
    if (name !== null) return name;
    if (browser === null && system === null) return t('sessions.unknown');
    return browser !== null && system !== null ? t('sessions.device', { browser, system }) : (browser ?? system ?? '');
  };
}

/** A name to begin with for a passkey made here. */
export function useThisDeviceName(sessions: DeviceSession[]): string {
  const nameOf = useDeviceName();
  const here = sessions.find((session) => session.current);
  return here ? nameOf(here) : '';
}
