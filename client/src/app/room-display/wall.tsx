import { IconMicrophone, IconUsersGroup, IconWifi, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../ui/localised';
import { Timer } from '../../ui/timer';
import { useNow, useTimes } from '../../ui/time';
import type { WallHeard } from './use-wall';
import { WallCheckIn } from './wall-check-in';
import { WallMap } from './wall-map';
import { WallSite } from './wall-site';
import { WallVote } from './wall-vote';
import classes from './room-display.module.css';

/** Older than this it may not be true any more, and says so. */
const OLD_MS = 25_000;

export function Wall({ wall, isLive }: { wall: WallHeard; isLive: boolean }) {
  const localised = useLocalised();
  const { t } = useTranslation('room');
  // Large before there is anything to look at, small beside it.
  const hasSide = !wall.vote && (wall.site !== null || wall.quorum.members > 0);
  const isIdle = !wall.vote && wall.item === null;
  return (
    <div className={classes.wall}>
      <header className={classes.head}>
        <div className={classes.names}>
          <p className={classes.body}>{wall.rehearsal && <strong className={classes.rehearsal}>{t('wall.rehearsal')}</strong>}{localised(wall.bodyName, wall.bodyNameEn)} · {t(`sessions:state.${wall.state}`)}{wall.site && <strong> · {wall.site.name}</strong>}</p>
          <h1 className={classes.session}>{localised(wall.title, wall.titleEn)}</h1>
        </div>
        {!isIdle && <WallCheckIn wall={wall} size="small" />}
        <WallClock wall={wall} />
      </header>
      <main className={classes.main} data-map={hasSide || undefined}>
        {wall.vote ? <WallVote vote={wall.vote} /> : <div className={classes.cards}><Discussion wall={wall} />{isIdle && <WallCheckIn wall={wall} size="large" />}</div>}
        {hasSide && (wall.site ? <WallSite site={wall.site} /> : <WallMap seats={wall.seats} />)}
      </main>
      <footer className={classes.foot}>
        <Quorum wall={wall} />
        {wall.vote && wall.item && <p className={classes.footItem}>{t('wall.item', { number: wall.item.number })}{wall.item.title === null ? '' : ` · ${localised(wall.item.title, wall.item.titleEn)}`}</p>}
        <Connection wall={wall} isLive={isLive} />
      </footer>
    </div>
  );
}

function WallClock({ wall }: { wall: WallHeard }) {
  const { clock, weekdayDate } = useTimes();
  const now = useNow(1000);
  const server = new Date(new Date(wall.now).getTime() + Math.max(0, now - wall.heardAt)).toISOString();
  return <p className={classes.clock}><span className={classes.time}>{clock(server)}</span><span className={classes.date}>{weekdayDate(server)}</span></p>;
}

function Discussion({ wall }: { wall: WallHeard }) {
  const { t } = useTranslation('room');
  const localised = useLocalised();
  const { clock } = useTimes();
  const { item, speaker, next, waiting } = wall;
  if (item === null) return <section className={classes.card}><p className={classes.large}>{t(`wall.noItem.${wall.state === 'inSession' ? 'running' : wall.state === 'sent' ? 'before' : 'other'}`, { time: clock(wall.startsAt), state: t(`sessions:state.${wall.state}`) })}</p><p className={classes.label}>{wall.place}</p></section>;
  return (
    <>
      <section className={classes.card} aria-label={t('wall.current')}>
        <div className={classes.row}>
          <p className={classes.label}>{t('wall.item', { number: item.number })}</p>
          <p className={classes.large}><Timer size="wall" clock={wall} startedAt={item.runningSince} spentSeconds={item.spentSeconds} minutes={item.minutes} label={t('meeting:item.timer')} /></p>
        </div>
        <p className={classes.large}>{item.title === null ? t('wall.withheld') : localised(item.title, item.titleEn)}</p>
      </section>
      <section className={classes.card} aria-label={t('meeting:floor.speaking')}>
        {speaker === null ? <p className={classes.label}>{t('meeting:floor.nobody')}</p> : (
          <>
            <div className={classes.row}>
              <p className={classes.label}><IconMicrophone size="1em" aria-hidden /> {t(`meeting:kind.${speaker.kind}`)}</p>
              <p className={classes.large}><Timer size="wall" clock={wall} startedAt={speaker.startedAt} minutes={speaker.minutes} label={t('meeting:floor.timer')} /></p>
            </div>
            <p className={classes.large}>{localised(speaker.name, speaker.nameEn)}</p>
          </>
        )}
        {waiting > 0 && <p className={classes.label}>{t('wall.next', { count: waiting, names: next.map(({ name, nameEn }) => localised(name, nameEn)).join(' · ') })}</p>}
      </section>
    </>
  );
}

function Quorum({ wall: { quorum } }: { wall: WallHeard }) {
  const { t } = useTranslation('sessions');
  if (quorum.members === 0) return <span />;
  return <p className={classes.quorum} data-missing={!quorum.reached || undefined}><IconUsersGroup size="1em" aria-hidden /> {t('quorum.short', { present: quorum.present, members: quorum.members, needed: quorum.needed })} <span className={classes.footWord}>{t(quorum.reached ? 'quorum.reached' : 'quorum.missing')}</span></p>;
}

/** What is old says so, in words and with a picture. */
function Connection({ wall, isLive }: { wall: WallHeard; isLive: boolean }) {
  const { t } = useTranslation('room');
  const { clock } = useTimes();
  const isOld = useNow(1000) - wall.heardAt > OLD_MS;
  const Icon = isOld || !isLive ? IconWifiOff : IconWifi;
  const text = isOld ? t('wall.old', { time: clock(new Date(wall.heardAt).toISOString()) }) : t(isLive ? 'wall.live' : 'wall.polling');
  return <p className={classes.connection} data-old={isOld || undefined} role="status"><Icon size="1em" aria-hidden /> {text} · {wall.name}</p>;
}
