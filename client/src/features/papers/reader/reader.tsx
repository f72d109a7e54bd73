import './layers.css';
import { Button, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenPaper } from './open-paper';
import { PasswordForm } from './password-form';
import type { ReaderProps } from './reader-props';
import { usePdf } from './use-pdf';
import classes from './reader.module.css';

export default function Reader(props: ReaderProps) {
  const { t } = useTranslation('papers');
  const { version, title } = props;
  const [attempt, setAttempt] = useState(0);
  const pdf = usePdf(`/api/paper-versions/${version.id}/file`, version.size, attempt);
  if (pdf.phase === 'ready') return <OpenPaper key={version.id} {...props} document={pdf.document} firstSize={pdf.first} />;
  return (
    <section className={classes.reader} aria-label={t('reader.label', { title })}>
      <div className={classes.toolbar} />
      <div />
      <Centre>
        {pdf.phase === 'loading' && <div className={classes.blank} role="status" aria-busy="true"><span className="visually-hidden">{t('reader.opening')}</span></div>}
        {pdf.phase === 'password' && <PasswordForm isWrong={pdf.isWrong} onAnswer={pdf.answer} />}
        {pdf.phase === 'failed' && (
          <Stack align="center" ta="center" maw={440} gap="xs" role="alert">
            <Title order={2} size="h3">{t(`reader.failed.${pdf.code}`)}</Title>
            <Text>{t(`reader.failed.${pdf.code}.text`)}</Text>
            <Button variant="default" onClick={() => setAttempt((count) => count + 1)}>{t('reader.retry')}</Button>
          </Stack>
        )}
      </Centre>
    </section>
  );
}

function Centre({ children }: { children: ReactNode }) {
  return <div className={classes.centre}>{children}</div>;
}
