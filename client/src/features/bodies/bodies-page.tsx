import { Button, Text } from '@mantine/core';
import { IconBuildingBank, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLocalised } from '../../ui/localised';
import { Page } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { bodiesQuery } from './api';
import { BodyForm } from './body-form';
import classes from './bodies.module.css';

export function BodiesPage() {
  const { t } = useTranslation('bodies');
  const localised = useLocalised();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const query = useQuery(bodiesQuery);
  return (
    <Page title={t('title')} lead={t('lead')} actions={query.data?.can.create === true && <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>{t('create')}</Button>}>
      <QueryView query={query}>
        {({ bodies }) => (bodies.length === 0 ? <Empty icon={<IconBuildingBank size={40} stroke={1.4} />} title={t('empty.title')}>{t('empty.text')}</Empty> : (
          <ul className="plain-list">
            {bodies.map((body) => (
              <li key={body.id}>
                <Link to={`/administration/bodies/${body.id}`} className={classes.row}>
                  <span className={classes.grow}><Text component="span" display="block" fw={600}>{localised(body.name, body.nameEn)}</Text><Text component="span" size="sm" c="dimmed">{[body.shortName, t(`kind.${body.kind}`), t('counts', { members: body.memberCount, seats: body.seatCount })].join(' · ')}</Text></span>
                  <IconChevronRight size={20} aria-hidden />
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </QueryView>
      {isCreating && <BodyForm body={null} onClose={() => setCreating(false)} onSaved={(body) => void navigate(`/administration/bodies/${body.id}`)} />}
    </Page>
  );
}
