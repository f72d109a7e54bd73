import { COMPLAINTS_REPORT, DATA_DECREE, ENTERPRISE_LAW, INVESTMENT_REPORT, REFORM_REPORT } from './agenda-papers.js';
import { APPRAISAL } from './appraisal-report.js';
import { withDepartments, withDetails } from './details.js';
import { DRAFT_RESOLUTION, SUBMISSION } from './e-cabinet-papers.js';
import { ECONOMY_JULY, ECONOMY_JULY_SUMMARY, ECONOMY_JUNE, ECONOMY_MAY, ECONOMY_PROVINCE } from './economy-reports.js';
import { OPINIONS_REPORT } from './opinions-report.js';
import { CONTROL_DECREE, CONTROL_SUBMISSION, DROUGHT_SUBMISSION, MAY_RESOLUTION, PROVINCE_DECISION, PROVINCE_PLAN } from './other-papers.js';
import type { SeedDocument } from './seed-document.js';

/** The demo papers by where they belong; the order is the order of the items and of the papers in them. */
export const SEED_PAPERS = {
  /** Session of the Government of 24 June 2019: one list for each agenda item. */
  june: {
    eCabinet: [SUBMISSION, DRAFT_RESOLUTION, APPRAISAL, OPINIONS_REPORT],
    economy: [ECONOMY_JUNE],
    enterpriseLaw: [withDetails(ENTERPRISE_LAW)],
    dataDecree: [withDetails(DATA_DECREE)],
    reform: [withDetails(REFORM_REPORT)],
    complaints: [withDetails(COMPLAINTS_REPORT)],
    investment: [withDetails(INVESTMENT_REPORT)],
  },
  /** Written opinion requests of the Government. */
  requests: { procedures: [withDetails(CONTROL_SUBMISSION), withDetails(CONTROL_DECREE)], drought: [withDetails(DROUGHT_SUBMISSION)] },
  /** The closed session of the Government of May 2019. */
  may: { economy: [ECONOMY_MAY], resolution: [withDetails(MAY_RESOLUTION)] },
  /** Dossiers of sponsors. */
  dossiers: { july: [ECONOMY_JULY, ECONOMY_JULY_SUMMARY] },
  /** A session of the People's Committee. */
  province: { economy: [ECONOMY_PROVINCE], plan: [withDepartments(PROVINCE_PLAN)], decision: [withDepartments(PROVINCE_DECISION)] },
} satisfies Record<string, Record<string, SeedDocument[]>>;

/** All of them. */
export const SEED_DOCUMENTS: SeedDocument[] = Object.values(SEED_PAPERS).flatMap((group) => Object.values<SeedDocument[]>(group).flat());
