import { Alert, Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCertificate, IconClock, IconHelpCircle, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PaperSignatures } from '../../api/contract';
import { Dialog } from '../../ui/dialog';
import { QueryView } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { signaturesQuery } from './api';
import classes from './papers.module.css';

type Signature = PaperSignatures['signatures'][number];
const LOOKS = { intact: { color: 'teal', Icon: IconShieldCheck }, changed: { color: 'red', Icon: IconAlertTriangle }, unknown: { color: 'gray', Icon: IconHelpCircle } } as const;

/** Who signed a file, when, and what each signature covers; says plainly that nobody has judged the certificates. */
export default function SignaturesDialog({ versionId, title, onClose }: { versionId: string; title: string; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const query = useQuery(signaturesQuery(versionId));
  return (
    <Dialog onClose={onClose} size="lg" title={t('signatures.title', { title })}>
      <QueryView query={query}>
        {({ signatures, size }) => (
          <>
            <Text size="sm">{t(signatures.length === 0 ? 'signatures.none' : 'signatures.trust')}</Text>
            {signatures.length > 1 && <Text size="sm" mt="xs">{t('signatures.last')}</Text>}
            {signatures.length > 0 && !signatures.some(({ coversWhole }) => coversWhole) && <Alert mt="sm" color="orange" icon={<IconAlertTriangle size={20} aria-hidden />}>{t('signatures.tail')}</Alert>}
            <ul className="plain-list">
              {signatures.map((signature, index) => <li key={index} className={classes.signature}><SignatureView signature={signature} size={size} /></li>)}
            </ul>
          </>
        )}
      </QueryView>
    </Dialog>
  );
}

function SignatureView({ signature, size }: { signature: Signature; size: number }) {
  const { t, i18n } = useTranslation('papers');
  const { dateTime } = useTimes();
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const { kind, signer, organisation, claimedAt, subFilter, coversWhole, coveredTo, integrity } = signature;
  const { color, Icon } = LOOKS[integrity];
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {kind === 'timestamp' ? <IconClock size={22} aria-hidden style={{ flex: 'none' }} /> : <IconCertificate size={22} aria-hidden style={{ flex: 'none' }} />}
        <div>
          <Text fw={600}>{signer ?? t('signatures.nobody')}</Text>
          {organisation !== null && organisation !== signer && <Text size="sm">{organisation}</Text>}
          {kind === 'timestamp' && <Text size="sm" c="dimmed">{t('signatures.timestamp')}</Text>}
        </div>
      </Group>
      <dl className={classes.facts}>
        <dt>{t('signatures.content')}</dt>
        <dd><Badge size="md" color={color} leftSection={<Icon size={14} aria-hidden />}>{t(`signatures.${integrity}`)}</Badge></dd>
        <dt>{t('signatures.covers')}</dt>
        <dd>{coversWhole ? t('signatures.whole') : t('signatures.part', { covered: number(coveredTo), size: number(size) })}</dd>
        <dt>{t('signatures.time')}</dt>
        <dd>{claimedAt === null ? t('signatures.noTime') : dateTime(claimedAt)}</dd>
        {subFilter !== null && <><dt>{t('signatures.form')}</dt><dd>{subFilter}</dd></>}
      </dl>
    </>
  );
}
