import { LATER_SETTINGS, type RuleSetSettings } from './domain/rule-set.js';

/** A rule set as it ships. */
interface ShippedRuleSet {
  key: string;
  name: string;
  nameEn: string;
  citation: string;
  citationEn: string;
  from: string | null;
  until: string | null;
  settings: RuleSetSettings;
}

const GOVERNMENT: RuleSetSettings = {
  quorum: { numerator: 2, denominator: 3 },
  adoption: { threshold: { numerator: 1, denominator: 2 }, strict: true, of: 'all' },
  tie: 'chair',
  choices: ['agree', 'disagree', 'otherOpinion'],
  papersLeadDays: { regular: 3, adHoc: 3 },
  opinionDays: { least: 1, most: 60, byDefault: 5 },
  silence: 'notAnswered',
  absentMayVote: true,
  changeBallot: false,
  ...LATER_SETTINGS,
};

/** Working regulations with their numbers. (product/rules.md §1) */
export const SHIPPED_RULE_SETS: ShippedRuleSet[] = [
  {
    key: 'government-138-2016', name: 'Quy chế làm việc của Chính phủ (2016)', nameEn: 'Working regulation of the Government (2016)',
    citation: 'Nghị định 138/2016/NĐ-CP', citationEn: 'Decree 138/2016/NĐ-CP', from: '2016-10-01', until: '2022-06-17',
    settings: { ...GOVERNMENT, papersLeadDays: { regular: 5, adHoc: 5 } },
  },
  {
    key: 'government-39-2022', name: 'Quy chế làm việc của Chính phủ (2022)', nameEn: 'Working regulation of the Government (2022)',
    citation: 'Nghị định 39/2022/NĐ-CP', citationEn: 'Decree 39/2022/NĐ-CP', from: '2022-06-18', until: '2026-06-30', settings: GOVERNMENT,
  },
  {
    key: 'government-191-2026', name: 'Quy chế làm việc của Chính phủ (2026)', nameEn: 'Working regulation of the Government (2026)',
    citation: 'Nghị định 191/2026/NĐ-CP', citationEn: 'Decree 191/2026/NĐ-CP', from: '2026-07-01', until: null,
    settings: { ...GOVERNMENT, opinionDays: { least: 2, most: 5, byDefault: 5 }, silence: 'deemed', consentBySilence: true, summaryAbovePages: 10, summaryAtMostPages: 6 },
  },
  {
    key: 'committee', name: 'Quy chế làm việc của Ủy ban nhân dân', nameEn: 'Working regulation of a People’s Committee',
    citation: 'Quy chế làm việc mẫu của UBND', citationEn: 'Model working regulation of People’s Committees', from: '2016-01-01', until: null,
    settings: { ...GOVERNMENT, choices: ['agree', 'disagree', 'abstain'], papersLeadDays: { regular: 3, adHoc: 1 } },
  },
];

const TET = ['Tết Nguyên đán', 'Lunar New Year'] as const;
const NEW_YEAR = ['Tết Dương lịch', 'New Year’s Day'] as const;
const HUNG = ['Giỗ Tổ Hùng Vương', 'Hùng Kings’ Day'] as const;
const VICTORY = ['Ngày Chiến thắng', 'Reunification Day'] as const;
const LABOUR = ['Quốc tế Lao động', 'Labour Day'] as const;
const NATIONAL = ['Quốc khánh', 'National Day'] as const;
const SWAPPED_OFF = ['Nghỉ hoán đổi', 'Swapped day off'] as const;
const SWAPPED_ON = ['Làm bù', 'Make-up working day'] as const;

type Named = readonly [vi: string, en: string];

/** Days off that fall on Monday to Friday, and Saturdays worked instead, as announced each year (2027: by the Labour Code, not yet announced). */
const YEARS: Record<number, [Named, ...string[]][]> = {
  2019: [[NEW_YEAR, '01-01'], [SWAPPED_ON, '01-05', '05-04'], [TET, '02-04', '02-05', '02-06', '02-07', '02-08'], [HUNG, '04-15'], [SWAPPED_OFF, '04-29'], [VICTORY, '04-30'], [LABOUR, '05-01'], [NATIONAL, '09-02']],
  2020: [[NEW_YEAR, '01-01'], [TET, '01-23', '01-24', '01-27', '01-28', '01-29'], [HUNG, '04-02'], [VICTORY, '04-30'], [LABOUR, '05-01'], [NATIONAL, '09-02']],
  2021: [[NEW_YEAR, '01-01'], [TET, '02-10', '02-11', '02-12', '02-15', '02-16'], [HUNG, '04-21'], [VICTORY, '04-30'], [LABOUR, '05-03'], [NATIONAL, '09-02', '09-03']],
  2022: [[NEW_YEAR, '01-03'], [TET, '01-31', '02-01', '02-02', '02-03', '02-04'], [HUNG, '04-11'], [VICTORY, '05-02'], [LABOUR, '05-03'], [NATIONAL, '09-01', '09-02']],
  2023: [[NEW_YEAR, '01-02'], [TET, '01-20', '01-23', '01-24', '01-25', '01-26'], [HUNG, '05-02'], [VICTORY, '05-03'], [LABOUR, '05-01'], [NATIONAL, '09-01', '09-04']],
  2024: [[NEW_YEAR, '01-01'], [TET, '02-08', '02-09', '02-12', '02-13', '02-14'], [HUNG, '04-18'], [SWAPPED_OFF, '04-29'], [VICTORY, '04-30'], [LABOUR, '05-01'], [SWAPPED_ON, '05-04'], [NATIONAL, '09-02', '09-03']],
  2025: [[NEW_YEAR, '01-01'], [TET, '01-27', '01-28', '01-29', '01-30', '01-31'], [HUNG, '04-07'], [SWAPPED_ON, '04-26'], [VICTORY, '04-30'], [LABOUR, '05-01'], [SWAPPED_OFF, '05-02'], [NATIONAL, '09-01', '09-02']],
  2026: [[NEW_YEAR, '01-01'], [SWAPPED_OFF, '01-02', '08-31'], [SWAPPED_ON, '01-10', '08-22'], [TET, '02-16', '02-17', '02-18', '02-19', '02-20'], [HUNG, '04-27'], [VICTORY, '04-30'], [LABOUR, '05-01'], [NATIONAL, '09-01', '09-02']],
  2027: [[NEW_YEAR, '01-01'], [TET, '02-05', '02-08', '02-09', '02-10', '02-11'], [HUNG, '04-16'], [VICTORY, '04-30'], [LABOUR, '05-03'], [NATIONAL, '09-02', '09-03']],
};

/** A day that differs from the plain week. */
export interface ShippedDay {
  date: string;
  kind: 'holiday' | 'workday';
  name: string;
  nameEn: string;
}

/** Public holidays and swapped days of Viet Nam, 2019 to 2027. */
export const SHIPPED_DAYS: ShippedDay[] = Object.entries(YEARS).flatMap(([year, entries]) =>
  entries.flatMap(([name, ...days]) => days.map((day): ShippedDay => ({ date: `${year}-${day}`, kind: name === SWAPPED_ON ? 'workday' : 'holiday', name: name[0], nameEn: name[1] }))),
);
