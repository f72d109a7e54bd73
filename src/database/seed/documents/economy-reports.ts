import { decimal, figure } from './offices.js';
import { chart, heading, list, paragraph, paragraphs, type SeedBlock, type SeedDocument, table } from './seed-document.js';

/** A part of the economy and what the report says of it. */
const SECTORS: { name: string; state: string; ahead: string }[] = [
  { name: 'Nông nghiệp, lâm nghiệp và thủy sản', state: 'Sản xuất lúa đông xuân cơ bản thu hoạch xong, năng suất xấp xỉ cùng kỳ. Bệnh dịch tả lợn châu Phi tiếp tục lan rộng tại nhiều tỉnh, thành phố, ảnh hưởng đến tổng đàn và giá thịt lợn; các địa phương đã tiêu hủy lợn bệnh và hỗ trợ người chăn nuôi. Nuôi trồng thủy sản duy trì tăng trưởng khá nhờ tôm nước lợ và cá tra.', ahead: 'Tập trung khống chế dịch bệnh trên đàn lợn, bảo đảm nguồn cung thực phẩm cuối năm; chủ động phòng, chống hạn hán, xâm nhập mặn tại miền Trung và Đồng bằng sông Cửu Long.' },
  { name: 'Công nghiệp', state: 'Công nghiệp chế biến, chế tạo tiếp tục là động lực tăng trưởng chính; khai khoáng giảm chậm lại. Một số dự án lớn về lọc hóa dầu, thép đã đi vào vận hành ổn định, đóng góp đáng kể vào mức tăng chung. Nguồn điện được bảo đảm dù nhu cầu phụ tải tháng nắng nóng tăng cao kỷ lục.', ahead: 'Tháo gỡ vướng mắc cho các dự án điện chậm tiến độ; phát triển công nghiệp hỗ trợ; theo dõi sát diễn biến thương mại quốc tế để điều chỉnh sản xuất.' },
  { name: 'Dịch vụ và du lịch', state: 'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tăng hai con số. Khách quốc tế đến nước ta tiếp tục tăng, song tốc độ thấp hơn cùng kỳ; thị trường khách Đông Bắc Á có dấu hiệu chững lại. Vận tải hàng không tăng cao, gây sức ép lên hạ tầng sân bay.', ahead: 'Mở rộng thị trường khách có mức chi tiêu cao, cải thiện thủ tục thị thực điện tử; tổ chức tốt phương án vận tải cao điểm mùa hè.' },
  { name: 'Xuất nhập khẩu', state: 'Kim ngạch xuất khẩu tăng, trong đó khu vực kinh tế trong nước tăng nhanh hơn khu vực có vốn đầu tư nước ngoài. Hoa Kỳ là thị trường xuất khẩu lớn nhất. Nông sản gặp khó khăn về giá, nhất là gạo, hạt điều và cà phê; cán cân thương mại cơ bản cân bằng.', ahead: 'Chuẩn bị thực thi các hiệp định thương mại tự do thế hệ mới; chống gian lận xuất xứ hàng hóa; khơi thông xuất khẩu nông sản chính ngạch.' },
  { name: 'Đầu tư phát triển', state: 'Vốn đầu tư toàn xã hội tăng khá, chủ yếu ở khu vực ngoài nhà nước. Giải ngân vốn đầu tư công đạt thấp so với kế hoạch, còn nhiều bộ, địa phương giải ngân dưới 20%. Vốn đầu tư trực tiếp nước ngoài thực hiện tăng so với cùng kỳ, góp vốn mua cổ phần tăng mạnh.', ahead: 'Kiểm điểm trách nhiệm người đứng đầu nơi giải ngân chậm; điều chuyển vốn giữa các dự án; đẩy nhanh giải phóng mặt bằng dự án đường bộ cao tốc Bắc – Nam.' },
  { name: 'Tài chính, ngân sách', state: 'Thu ngân sách nhà nước đạt khá so với dự toán, thu nội địa và thu từ xuất nhập khẩu đều tăng. Chi ngân sách được kiểm soát chặt chẽ; bội chi và nợ công trong giới hạn an toàn. Việc cổ phần hóa, thoái vốn doanh nghiệp nhà nước chậm so với kế hoạch.', ahead: 'Tăng cường chống thất thu, chuyển giá, nợ đọng thuế; triệt để tiết kiệm chi thường xuyên, cắt giảm hội nghị, đi công tác nước ngoài.' },
  { name: 'Tiền tệ và giá cả', state: 'Mặt bằng lãi suất ổn định, thanh khoản của hệ thống được bảo đảm; tỷ giá trung tâm được điều hành linh hoạt. Chỉ số giá tiêu dùng bình quân thấp nhất trong ba năm gần đây, tạo dư địa điều chỉnh giá một số dịch vụ công theo lộ trình.', ahead: 'Điều hành chính sách tiền tệ chủ động, thận trọng, phối hợp chặt chẽ với chính sách tài khóa; kiểm soát tín dụng vào lĩnh vực rủi ro.' },
  { name: 'Phát triển doanh nghiệp', state: 'Số doanh nghiệp thành lập mới và vốn đăng ký đạt mức cao nhất trong nhiều năm. Tuy vậy số doanh nghiệp tạm ngừng hoạt động chờ giải thể còn lớn, cho thấy khó khăn về thị trường, chi phí logistics và tiếp cận đất đai.', ahead: 'Cắt giảm thực chất điều kiện kinh doanh, kiểm tra chuyên ngành; triển khai cơ chế một cửa quốc gia; hỗ trợ doanh nghiệp nhỏ và vừa tiếp cận tín dụng.' },
  { name: 'Lao động, an sinh xã hội', state: 'Thị trường lao động ổn định, tỷ lệ thất nghiệp ở khu vực thành thị giảm nhẹ. Công tác chăm sóc người có công, giảm nghèo được quan tâm; số hộ thiếu đói giáp hạt giảm so với cùng kỳ năm trước. Một số khu công nghiệp còn thiếu nhà ở, nhà trẻ cho công nhân.', ahead: 'Thực hiện kịp thời chính sách đối với người có công dịp 27 tháng 7; đẩy mạnh dạy nghề gắn với doanh nghiệp; phát triển nhà ở xã hội.' },
  { name: 'Giáo dục và đào tạo', state: 'Các địa phương hoàn thành kế hoạch năm học, chuẩn bị kỳ thi trung học phổ thông quốc gia bảo đảm an toàn, nghiêm túc. Việc biên soạn sách giáo khoa theo chương trình mới được triển khai theo tiến độ.', ahead: 'Tổ chức kỳ thi an toàn, công bằng; khắc phục tình trạng thiếu giáo viên mầm non; kiểm tra an toàn trường học, xe đưa đón học sinh.' },
  { name: 'Y tế, văn hóa, thể thao', state: 'Công tác phòng, chống dịch bệnh được tăng cường; bệnh sởi, sốt xuất huyết tăng ở một số địa phương phía Nam. Chất lượng khám, chữa bệnh được cải thiện, triển khai hồ sơ sức khỏe điện tử. Nhiều hoạt động văn hóa, thể thao được tổ chức phù hợp.', ahead: 'Giám sát chặt chẽ dịch bệnh mùa hè; kiểm soát an toàn thực phẩm; xử lý nghiêm hành vi vi phạm trong kinh doanh thuốc.' },
  { name: 'Tài nguyên, môi trường', state: 'Nắng nóng gay gắt kéo dài tại Bắc Bộ và Trung Bộ, nguy cơ cháy rừng ở cấp cực kỳ nguy hiểm. Một số đô thị lớn có thời điểm ô nhiễm không khí vượt ngưỡng; việc xử lý rác thải sinh hoạt còn bất cập.', ahead: 'Chủ động phòng cháy, chữa cháy rừng; hoàn thiện quy định về phân loại rác tại nguồn; giảm sử dụng sản phẩm nhựa dùng một lần trong cơ quan nhà nước.' },
  { name: 'Cải cách hành chính và Chính phủ điện tử', state: 'Trục liên thông văn bản quốc gia đã khai trương, kết nối tất cả bộ, ngành, địa phương. Tỷ lệ văn bản điện tử tăng nhanh. Việc cung cấp dịch vụ công trực tuyến mức độ 3, 4 mở rộng nhưng tỷ lệ hồ sơ phát sinh còn thấp.', ahead: 'Khai trương Hệ thống e-Cabinet; xây dựng Cổng Dịch vụ công quốc gia; rà soát, đơn giản hóa thủ tục hành chính nội bộ.' },
  { name: 'Quốc phòng, an ninh, trật tự an toàn xã hội', state: 'Chủ quyền quốc gia được giữ vững, trật tự an toàn xã hội được bảo đảm. Lực lượng chức năng triệt phá nhiều đường dây ma túy lớn. Tai nạn giao thông giảm về số vụ và số người bị thương, song còn xảy ra một số vụ đặc biệt nghiêm trọng.', ahead: 'Tăng cường đấu tranh với tội phạm ma túy, tín dụng đen; xử lý nghiêm lái xe vi phạm nồng độ cồn; bảo đảm an ninh các sự kiện lớn.' },
];

const INDICATORS = ['Chỉ số sản xuất công nghiệp', 'Tổng mức bán lẻ và doanh thu dịch vụ', 'Kim ngạch xuất khẩu', 'Kim ngạch nhập khẩu', 'Vốn đầu tư toàn xã hội', 'Thu ngân sách nhà nước', 'Số doanh nghiệp thành lập mới', 'Khách quốc tế', 'Chỉ số giá tiêu dùng bình quân'];

interface Report {
  key: string;
  title: string;
  issuer: string;
  number: string;
  place: string;
  date: string;
  /** "tháng 6 và 6 tháng đầu năm 2019" */
  period: string;
  /** "cả nước", "tỉnh" */
  area: string;
  addressee: string;
  sectors: number;
  signedBy: string[];
}

function sectorBlocks(report: Report): SeedBlock[] {
  return SECTORS.slice(0, report.sectors).flatMap((sector, index) => [
    heading(2, `${index + 1}. ${sector.name}`),
    paragraph(sector.state),
    paragraph(`Theo số liệu tổng hợp của ${report.issuer}, chỉ tiêu tổng hợp của lĩnh vực trong ${report.period} tăng ${decimal(`${report.key} ${sector.name}`, 2, 12)}% so với cùng kỳ năm 2018; ${figure(`${report.key} ${sector.name} hoàn thành`, 58, 96)}% nhiệm vụ trong chương trình công tác được hoàn thành đúng hạn, còn ${figure(`${report.key} ${sector.name} chậm`, 1, 7)} nhiệm vụ chậm tiến độ do phải lấy thêm ý kiến của các cơ quan.`),
  ]);
}

/** Báo cáo tình hình kinh tế – xã hội of a period, for the country or a province. */
function economyReport(report: Report): SeedDocument {
  const measured = (name: string): string => decimal(`${report.key} ${name}`, 2, 14);
  return {
    ...report, type: 'BÁO CÁO', subject: `Tình hình kinh tế – xã hội ${report.period}`,
    blocks: [
      paragraph(`Thực hiện chương trình công tác năm 2019, ${report.issuer} báo cáo tình hình kinh tế – xã hội của ${report.area} ${report.period} và nhiệm vụ, giải pháp trọng tâm thời gian tới như sau:`),
      heading(1, 'I. Đánh giá chung'),
      ...paragraphs(
        `Tình hình kinh tế – xã hội ${report.period} diễn ra trong bối cảnh kinh tế thế giới tăng trưởng chậm lại, căng thẳng thương mại giữa các nền kinh tế lớn gia tăng; trong nước thời tiết diễn biến bất thường, dịch bệnh trên đàn vật nuôi. Nhờ sự chỉ đạo quyết liệt và nỗ lực của các ngành, các cấp, tình hình của ${report.area} tiếp tục chuyển biến tích cực, đạt được những kết quả quan trọng trên hầu hết các lĩnh vực.`,
        'Bên cạnh kết quả đạt được, còn nhiều hạn chế, khó khăn: giải ngân vốn đầu tư công chậm; tiến độ một số công trình trọng điểm chưa đạt yêu cầu; kỷ luật, kỷ cương hành chính ở một số nơi chưa nghiêm. Những vấn đề này cần được tập thể thảo luận và có giải pháp cụ thể ngay trong quý tới.',
      ),
      table({ caption: 'Bảng 1. Một số chỉ tiêu chủ yếu, mức tăng so với cùng kỳ', head: ['TT', 'Chỉ tiêu', '2018 (%)', '2019 (%)'], widths: [1, 7, 3, 3], rows: INDICATORS.map((name, index) => [String(index + 1), name, measured(`${name} 2018`), measured(`${name} 2019`)]) }),
      chart({ caption: 'Hình 1. Tăng trưởng theo tháng so với cùng kỳ', unit: '%', bars: ['Tháng 1', 'Tháng 2', 'Tháng 3', 'Tháng 4', 'Tháng 5', 'Tháng 6'].map((label) => ({ label, value: figure(`${report.key} ${label}`, 62, 96) / 10 })) }),
      heading(1, 'II. Kết quả trên các lĩnh vực'), ...sectorBlocks(report),
      heading(1, 'III. Nhiệm vụ, giải pháp trọng tâm'), list(...SECTORS.slice(0, report.sectors).map((sector) => sector.ahead)),
      paragraph(`Trên đây là báo cáo tình hình kinh tế – xã hội ${report.period}; ${report.issuer} kính báo cáo, xin ý kiến chỉ đạo.`),
    ],
    recipients: ['Như trên;', 'Các thành viên dự họp;', 'Lưu: VT, TH.'],
  };
}

const MINISTRY = { issuer: 'Bộ Kế hoạch và Đầu tư', place: 'Hà Nội', area: 'cả nước', addressee: 'Chính phủ', signedBy: ['Bộ trưởng'] };

/** For the session of June 2019. */
export const ECONOMY_JUNE = economyReport({ ...MINISTRY, key: '05-bao-cao-kinh-te-xa-hoi-thang-6', title: 'Báo cáo tình hình kinh tế – xã hội tháng 6 và 6 tháng đầu năm 2019', number: '4321/BC-BKHĐT', date: '2019-06-17', period: 'tháng 6 và 6 tháng đầu năm 2019', sectors: 14 });
/** For the closed session of May 2019. */
export const ECONOMY_MAY = economyReport({ ...MINISTRY, key: '20-bao-cao-kinh-te-xa-hoi-thang-5', title: 'Báo cáo tình hình kinh tế – xã hội tháng 5 và 5 tháng đầu năm 2019', number: '3555/BC-BKHĐT', date: '2019-05-22', period: 'tháng 5 và 5 tháng đầu năm 2019', sectors: 8 });
/** Of a dossier that waits for the secretariat, with the short form that long papers need. */
export const ECONOMY_JULY = economyReport({ ...MINISTRY, key: '40-bao-cao-kinh-te-xa-hoi-thang-7', title: 'Báo cáo tình hình kinh tế – xã hội tháng 7 và 7 tháng đầu năm 2019', number: '5218/BC-BKHĐT', date: '2019-07-22', period: 'tháng 7 và 7 tháng đầu năm 2019', sectors: 14 });
export const ECONOMY_JULY_SUMMARY: SeedDocument = {
  key: '41-tom-tat-kinh-te-xa-hoi-thang-7', title: 'Tóm tắt báo cáo tình hình kinh tế – xã hội tháng 7', issuer: MINISTRY.issuer, number: '5219/BC-BKHĐT', place: 'Hà Nội', date: '2019-07-22', type: 'BÁO CÁO TÓM TẮT', subject: 'Tình hình kinh tế – xã hội tháng 7 và 7 tháng đầu năm 2019',
  addressee: 'Chính phủ',
  blocks: [
    paragraph('Thực hiện Quy chế làm việc của Chính phủ, Bộ Kế hoạch và Đầu tư tóm tắt những nội dung chính của báo cáo như sau:'),
    heading(1, '1. Kết quả chủ yếu'), list(...SECTORS.slice(0, 6).map((sector) => sector.ahead)),
    heading(1, '2. Nội dung xin ý kiến'), list('Thống nhất đánh giá tình hình và các nhiệm vụ, giải pháp trọng tâm những tháng cuối năm.', 'Giao các bộ, ngành, địa phương đẩy nhanh giải ngân vốn đầu tư công, tháo gỡ khó khăn cho sản xuất, kinh doanh.'),
  ],
  signedBy: ['Bộ trưởng'], recipients: ['Như trên;', 'Lưu: VT, TH.'],
};
/** For the People's Committee. */
export const ECONOMY_PROVINCE = economyReport({ key: '30-bao-cao-kinh-te-xa-hoi-tinh', title: 'Báo cáo tình hình kinh tế – xã hội 6 tháng đầu năm 2019 của tỉnh', issuer: 'Sở Kế hoạch và Đầu tư', number: '186/BC-SKHĐT', place: 'Tỉnh lỵ', date: '2019-06-18', period: '6 tháng đầu năm 2019', area: 'tỉnh', addressee: 'Ủy ban nhân dân tỉnh', sectors: 7, signedBy: ['Giám đốc'] });
