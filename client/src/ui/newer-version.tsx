import { Button, Group, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './newer-version.module.css';

/** Stands where a part should that belonged to a program which is not served any more. What is on screen beside it stays, and is not left unasked. */
export function NewerVersion() {
  const { t } = useTranslation('ui');
  const card = useRef<HTMLDivElement>(null);
  const [isLater, setLater] = useState(false);
  useEffect(() => card.current?.showPopover(), []);
  const reload = <Button onClick={() => window.location.reload()}>{t('newer.reload')}</Button>;
  if (isLater) return reload;
  return (
    <div ref={card} popover="manual" className={classes.card} role="alert">
      <Title order={2} size="h3">{t('newer.title')}</Title>
      <Text mt={6}>{t('newer.text')}</Text>
      <Group mt="md" gap="sm">
        {reload}
        <Button variant="default" onClick={() => setLater(true)}>{t('newer.later')}</Button>
      </Group>
    </div>
  );
}
