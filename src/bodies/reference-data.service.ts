import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { SHIPPED_DAYS, SHIPPED_RULE_SETS } from './reference-data.js';

/** Puts in the shipped rule sets and holidays that are missing. What an administrator changed stays. */
@Injectable()
export class ReferenceDataService implements OnApplicationBootstrap {
  constructor(private readonly transactor: Transactor) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.transactor.run(async (tx) => {
      for (const { key, name, nameEn, citation, citationEn, from, until, settings } of SHIPPED_RULE_SETS) {
        await tx.query(
          `insert into rule_set (key, name, name_en, citation, citation_en, from_date, until_date, custom, settings)
           values ($1, $2, $3, $4, $5, $6, $7, false, $8) on conflict (key) do nothing`,
          [key, name, nameEn, citation, citationEn, from, until, JSON.stringify(settings)],
        );
      }
      const [known] = await tx.query('select 1 from calendar_day limit 1');
      if (known) return;
      for (const { date, kind, name, nameEn } of SHIPPED_DAYS) {
        await tx.query('insert into calendar_day (date, kind, name, name_en) values ($1, $2, $3, $4)', [date, kind, name, nameEn]);
      }
    });
  }
}
