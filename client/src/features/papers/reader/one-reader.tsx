import './layers.css';
import { Button, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import FirstPage from './first-page';
import { type FirstPicture, opensAtFirst, pictureFor } from './first-picture-of';
import { OpenPaper } from './open-paper';
import { PasswordForm } from './password-form';
import { beginFetching } from './range-source';
import type { OneReaderProps } from './reader-props';
import { usePdf } from './use-pdf';
import classes from './reader.module.css';

export function OneReader(props: OneReaderProps) {
  const { t } = useTranslation('papers');
  const { version, title } = props;
  const [attempt, setAttempt] = useState(0);
  const url = `/api/paper-versions/${version.id}/file`;
  const [picture] = useState(() => begin(props, url));
  const [isAtFirst] = useState(() => opensAtFirst(props));
  const pdf = usePdf({ url, size: version.size, attempt, isAtFirst });
  if (pdf.phase === 'ready') return <OpenPaper key={version.id} {...props} document={pdf.document} firstSize={pdf.first} picture={picture} />;
  if (pdf.phase === 'loading' && picture !== null) return <FirstPage title={title} picture={picture} />;
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

/** The picture and the file are under way before anything is on screen. */
function begin(props: OneReaderProps, url: string): FirstPicture | null {
  const picture = props.beside.isSecond ? null : pictureFor(props);
  beginFetching(url, props.version.size);
  return picture;
}

function Centre({ children }: { children: ReactNode }) {
  return <div className={classes.centre}>{children}</div>;
}
