import { useTranslation } from 'react-i18next';
import { useEffect, useMemo, useState } from 'react';

const TIME_ZONE = 'Asia/Ho_Chi_Minh';
/** Viet Nam has kept +07:00 without summer time since 1975. */
const OFFSET = '+07:00';

function parts(at: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** "YYYY-MM-DD HH:mm:ss" on a Vietnamese wall clock, as date fields want it. */
export function toWallClock(iso: string): string {
  const { year, month, day, hour, minute, second } = parts(new Date(iso));
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}

export function fromWallClock(value: string): string {
  return new Date(`${value.replace(' ', 'T')}${OFFSET}`).toISOString();
}

/** Today as YYYY-MM-DD in Viet Nam. */
export function today(): string {
  return toWallClock(new Date().toISOString()).slice(0, 10);
}

export interface Times {
  date: (iso: string) => string;
  clock: (iso: string) => string;
  dateTime: (iso: string) => string;
  /** The clock alone for today. */
  moment: (iso: string) => string;
  weekdayDate: (iso: string) => string;
  day: (date: string) => string;
  left: (iso: string, now: number) => string;
  lasting: (seconds: number) => string;
}

/** Times as people say them: "14:30, thứ Tư 24/06/2019", "còn 2 giờ 10 phút". */
export function useTimes(): Times {
  const { t, i18n } = useTranslation('ui');
  const language = i18n.language;
  return useMemo(() => {
    const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', { timeZone: TIME_ZONE, weekday: 'long' });
    const date = (iso: string) => {
      const { day, month, year } = parts(new Date(iso));
      return `${day}/${month}/${year}`;
    };
    const clock = (iso: string) => {
      const { hour, minute } = parts(new Date(iso));
      return `${hour}:${minute}`;
    };
    const weekdayDate = (iso: string) => `${weekday.format(new Date(iso)).replace(/^Thứ/, 'thứ')} ${date(iso)}`;
    const span = (milliseconds: number) => {
      const minutes = Math.max(0, Math.round(milliseconds / 60_000));
      const days = Math.floor(minutes / 1440);
      const hours = Math.floor((minutes % 1440) / 60);
      if (days >= 2) return t('span.days', { count: days });
      if (days === 1) return t('span.dayHours', { hours });
      if (hours > 0) return t('span.hoursMinutes', { hours, minutes: minutes % 60 });
      return t('span.minutes', { minutes });
    };
    return {
      date, clock, weekdayDate,
      moment: (iso) => (date(iso) === date(new Date().toISOString()) ? clock(iso) : `${clock(iso)}, ${weekdayDate(iso)}`),
      dateTime: (iso) => `${clock(iso)}, ${weekdayDate(iso)}`,
      day: (value) => value.slice(0, 10).split('-').reverse().join('/'),
      left: (iso, now) => {
        const rest = new Date(iso).getTime() - now;
        return rest >= 0 ? t('time.left', { span: span(rest) }) : t('time.ago', { span: span(-rest) });
      },
      lasting: (seconds) => (seconds < 90 ? t('span.seconds', { seconds: Math.ceil(seconds) }) : span(seconds * 1000)),
    };
  }, [language, t]);
}

/** The clock, told anew every so often. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
