import { DossiersService } from '../../dossiers/dossiers.service.js';
import { SEED_PAPERS } from './documents/catalogue.js';
import type { SeedContext } from './seed-context.js';

/** A dossier that waits for the secretariat, and one that came back to its sponsor. */
export async function seedDossiers(context: SeedContext, bodyId: string): Promise<void> {
  const dossiers = context.app.get(DossiersService);
  const [planning, finance, secretary] = [await context.actor('trinh-ke-hoach-dau-tu'), await context.actor('trinh-tai-chinh'), await context.actor('thu-ky')];
  const economy = await dossiers.create(planning, bodyId, {
    title: 'Tình hình kinh tế – xã hội tháng 7 và 7 tháng đầu năm 2019', titleEn: 'Socio-economic situation in July and the first seven months of 2019', kind: 'information',
    summary: 'Đề nghị Chính phủ thống nhất đánh giá tình hình và nhiệm vụ, giải pháp trọng tâm những tháng cuối năm.', wishedOn: '2019-08-01',
  });
  await context.upload(planning, { kind: 'dossier', id: economy.id, parts: ['main', 'summary'] }, SEED_PAPERS.dossiers.july);
  await dossiers.act(planning, economy.id, { act: 'submit' });
  const investment = await dossiers.create(finance, bodyId, {
    title: 'Giải ngân vốn đầu tư công 7 tháng đầu năm 2019', titleEn: 'Disbursement of public investment in the first seven months of 2019', kind: 'decision',
    summary: 'Đề nghị Chính phủ cho ý kiến về các giải pháp đẩy nhanh giải ngân.', wishedOn: '2019-08-01',
  });
  await context.upload(finance, { kind: 'dossier', id: investment.id, parts: ['main'] }, SEED_PAPERS.june.investment);
  await dossiers.act(finance, investment.id, { act: 'submit' });
  await dossiers.act(secretary, investment.id, { act: 'return', reason: 'Số liệu trong báo cáo mới đến hết tháng 6. Đề nghị cập nhật đến ngày 20/7/2019 và gửi lại.' });
}
