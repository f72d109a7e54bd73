import { decimal, figure, thousands } from './offices.js';
import { article, heading, list, paragraph, paragraphs, type SeedDocument, table } from './seed-document.js';

/** Opinion request 1: submission. */
export const CONTROL_SUBMISSION: SeedDocument = {
  key: '11-to-trinh-kiem-soat-thu-tuc', title: 'Tờ trình về dự thảo Nghị định kiểm soát thủ tục hành chính', issuer: 'Văn phòng Chính phủ', number: '5530/TTr-VPCP', place: 'Hà Nội', date: '2019-06-18', type: 'TỜ TRÌNH', subject: 'Về dự thảo Nghị định sửa đổi, bổ sung một số điều của các nghị định liên quan đến kiểm soát thủ tục hành chính', addressee: 'Các thành viên Chính phủ',
  blocks: [
    ...paragraphs(
      'Qua tổng kết việc thực hiện các nghị định về kiểm soát thủ tục hành chính, Văn phòng Chính phủ nhận thấy cần sửa đổi quy định về công bố, công khai thủ tục trên cơ sở dữ liệu quốc gia và việc đánh giá chất lượng giải quyết hồ sơ.',
      'Hiện có 6.842 thủ tục hành chính đang được công khai; trong đó 11% chưa thống nhất giữa quyết định công bố và dữ liệu trên hệ thống. Người dân phải đối chiếu nhiều nguồn, cán bộ tiếp nhận phải giải thích nhiều lần.',
    ),
    heading(1, 'Nội dung xin ý kiến'),
    list('Thời hạn cập nhật quyết định công bố lên cơ sở dữ liệu quốc gia: rút từ 10 ngày xuống 05 ngày làm việc;', 'Bổ sung quyền đánh giá của người dân bằng phương thức điện tử ngay khi nhận kết quả;', 'Giao Chủ tịch Ủy ban nhân dân cấp tỉnh công bố danh mục thủ tục thực hiện không phụ thuộc địa giới.'),
    ...paragraphs(
      'Dự thảo đã được Bộ Tư pháp thẩm định, lấy ý kiến các bộ, ngành, địa phương và đăng tải trên Cổng Thông tin điện tử Chính phủ 60 ngày. Không còn ý kiến khác nhau về nội dung chính.',
      'Văn phòng Chính phủ kính đề nghị các thành viên Chính phủ cho ý kiến vào phiếu trên Hệ thống e-Cabinet trong thời hạn ghi trên phiếu.',
    ),
  ],
  signedBy: ['Bộ trưởng, Chủ nhiệm'], recipients: ['Như trên;', 'Lưu: VT, KSTT.'],
};

/** Opinion request 1: draft decree. */
export const CONTROL_DECREE: SeedDocument = {
  key: '12-du-thao-nghi-dinh-kiem-soat-thu-tuc', title: 'Dự thảo Nghị định kiểm soát thủ tục hành chính', isDraft: true, issuer: 'Chính phủ', place: 'Hà Nội', date: '2019-06-18', type: 'NGHỊ ĐỊNH', subject: 'Sửa đổi, bổ sung một số điều của các nghị định liên quan đến kiểm soát thủ tục hành chính',
  grounds: ['Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;', 'Theo đề nghị của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ;'],
  blocks: [
    article(1, 'Sửa đổi quy định về công bố thủ tục hành chính', 'Quyết định công bố được ban hành chậm nhất 20 ngày trước ngày văn bản quy phạm pháp luật có hiệu lực.', 'Trong 05 ngày làm việc kể từ ngày ký quyết định, cơ quan công bố cập nhật dữ liệu lên cơ sở dữ liệu quốc gia về thủ tục hành chính.', 'Địa phương không ban hành lại mẫu đơn, tờ khai đã được bộ quản lý ngành quy định thống nhất.'),
    article(2, 'Sửa đổi quy định về công khai', 'Thủ tục được công khai trên Cổng Dịch vụ công quốc gia; cổng của bộ, địa phương tích hợp dữ liệu từ nguồn này.', 'Niêm yết bằng bản giấy chỉ áp dụng tại nơi chưa bảo đảm đường truyền.'),
    article(3, 'Bổ sung quy định về đánh giá', 'Tổ chức, cá nhân đánh giá việc giải quyết hồ sơ theo thang điểm 05 mức bằng phương thức điện tử.', 'Kết quả đánh giá được công khai theo tháng và là căn cứ xếp loại cán bộ, công chức.', 'Cơ quan có tỷ lệ hài lòng dưới 80% phải giải trình và có kế hoạch khắc phục trong 15 ngày.'),
    article(4, 'Thực hiện không phụ thuộc địa giới hành chính', 'Người dân được nộp hồ sơ tại bất kỳ bộ phận một cửa nào trong phạm vi cấp tỉnh đối với thủ tục thuộc danh mục do Chủ tịch Ủy ban nhân dân cấp tỉnh công bố.', 'Hồ sơ được số hóa khi tiếp nhận, chuyển đến cơ quan có thẩm quyền trong ngày làm việc.'),
    article(5, 'Hiệu lực thi hành', 'Nghị định này có hiệu lực thi hành từ ngày 01 tháng 10 năm 2019.'),
  ],
  signedBy: ['TM. Chính phủ', 'Thủ tướng'], recipients: ['Các bộ, cơ quan ngang bộ;', 'UBND các tỉnh, thành phố;', 'Lưu: VT, KSTT.'],
};

/** Opinion request 2: submission. */
export const DROUGHT_SUBMISSION: SeedDocument = {
  key: '13-to-trinh-ung-pho-han-han', title: 'Tờ trình về hỗ trợ khẩn cấp phòng, chống hạn hán', issuer: 'Bộ Nông nghiệp và Phát triển nông thôn', number: '4310/TTr-BNN', place: 'Hà Nội', date: '2019-06-10', type: 'TỜ TRÌNH', subject: 'Về hỗ trợ khẩn cấp phòng, chống hạn hán, thiếu nước tại các tỉnh miền Trung và Tây Nguyên', addressee: 'Các thành viên Chính phủ',
  blocks: [
    ...paragraphs(
      'Từ đầu tháng 5 năm 2019, nắng nóng gay gắt kéo dài tại khu vực miền Trung và Tây Nguyên. Lượng mưa thiếu hụt từ 40% đến 70% so với trung bình nhiều năm; nhiều hồ chứa thủy lợi nhỏ đã cạn nước.',
      'Đến ngày 08 tháng 6 năm 2019, khoảng 57 nghìn héc-ta cây trồng bị ảnh hưởng, trên 31 nghìn hộ dân thiếu nước sinh hoạt. Dự báo tình trạng này còn kéo dài đến giữa tháng 8.',
    ),
    table({ caption: 'Bảng 1. Thiệt hại và đề nghị hỗ trợ', head: ['TT', 'Địa phương', 'Diện tích (ha)', 'Hộ thiếu nước', 'Đề nghị (tỷ đồng)'], widths: [1, 5, 3, 3, 3], rows: ['Nghệ An', 'Hà Tĩnh', 'Quảng Bình', 'Quảng Trị', 'Quảng Nam', 'Bình Định', 'Phú Yên', 'Ninh Thuận', 'Bình Thuận', 'Gia Lai', 'Đắk Lắk'].map((name, index) => [String(index + 1), name, thousands(figure(`${name} hạn`, 900, 9800)), thousands(figure(`${name} nước`, 400, 6200)), decimal(`${name} hỗ trợ`, 6, 48)]) }),
    list('Hỗ trợ kinh phí bơm nước, nạo vét kênh mương, đào giếng, chở nước sinh hoạt;', 'Hỗ trợ giống cây trồng chuyển đổi trên diện tích không đủ nước;', 'Giao các địa phương sử dụng trước dự phòng ngân sách, trung ương hỗ trợ phần còn thiếu.'),
    paragraph('Do tính chất cấp bách, Bộ Nông nghiệp và Phát triển nông thôn kính đề nghị các thành viên Chính phủ cho ý kiến bằng phiếu để trình Thủ tướng Chính phủ quyết định.'),
  ],
  signedBy: ['KT. Bộ trưởng', 'Thứ trưởng'], recipients: ['Như trên;', 'Bộ Tài chính;', 'UBND các tỉnh liên quan;', 'Lưu: VT, TCTL.'],
};

/** Closed session of May 2019: the resolution that came out. */
export const MAY_RESOLUTION: SeedDocument = {
  key: '21-nghi-quyet-phien-hop-thang-5', title: 'Nghị quyết phiên họp Chính phủ thường kỳ tháng 5 năm 2019', issuer: 'Chính phủ', number: '41/NQ-CP', place: 'Hà Nội', date: '2019-05-31', type: 'NGHỊ QUYẾT', subject: 'Phiên họp Chính phủ thường kỳ tháng 5 năm 2019',
  grounds: ['Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;', 'Trên cơ sở thảo luận của các thành viên Chính phủ và ý kiến kết luận của Thủ tướng Chính phủ tại phiên họp,'],
  blocks: [
    heading(1, 'Quyết nghị:'),
    heading(2, '1. Về tình hình kinh tế – xã hội tháng 5 và 5 tháng đầu năm 2019'),
    ...paragraphs(
      'Chính phủ thống nhất đánh giá tình hình kinh tế – xã hội tiếp tục duy trì đà phát triển tích cực; kinh tế vĩ mô ổn định, lạm phát được kiểm soát. Tuy nhiên, dịch bệnh trên đàn lợn diễn biến phức tạp, giải ngân vốn đầu tư công chậm.',
      'Các bộ, ngành, địa phương tiếp tục thực hiện quyết liệt nhiệm vụ, giải pháp đã đề ra; chuẩn bị tốt báo cáo phục vụ kỳ họp Quốc hội; chủ động phương án phòng, chống thiên tai mùa mưa bão.',
    ),
    heading(2, '2. Về chuẩn bị khai trương Hệ thống e-Cabinet'),
    paragraph('Chính phủ nghe Văn phòng Chính phủ báo cáo tiến độ chuẩn bị. Giao Văn phòng Chính phủ hoàn thiện hồ sơ dự thảo Nghị quyết, tổ chức tập huấn cho thành viên Chính phủ, trình tại phiên họp ngày 24 tháng 6 năm 2019.'),
    heading(2, '3. Về công tác phòng, chống dịch tả lợn châu Phi'),
    paragraph('Giao Bộ Nông nghiệp và Phát triển nông thôn chủ trì, phối hợp với các địa phương kiểm soát vận chuyển, giết mổ; Bộ Tài chính bố trí kinh phí hỗ trợ người chăn nuôi có lợn bị tiêu hủy theo quy định.'),
    heading(2, '4. Tổ chức thực hiện'),
    paragraph('Văn phòng Chính phủ theo dõi, đôn đốc việc thực hiện Nghị quyết này và báo cáo tại phiên họp thường kỳ tháng 6 năm 2019.'),
  ],
  signedBy: ['TM. Chính phủ', 'Thủ tướng'], recipients: ['Các bộ, cơ quan ngang bộ;', 'UBND các tỉnh, thành phố;', 'Lưu: VT, TH.'],
};

/** People's Committee: medium-term investment plan. */
export const PROVINCE_PLAN: SeedDocument = {
  key: '31-to-trinh-dau-tu-trung-han-tinh', title: 'Tờ trình điều chỉnh kế hoạch đầu tư công trung hạn', superior: 'Ủy ban nhân dân tỉnh', issuer: 'Sở Kế hoạch và Đầu tư', number: '92/TTr-SKHĐT', place: 'Tỉnh lỵ', date: '2019-06-19', type: 'TỜ TRÌNH', subject: 'Về việc điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2016 – 2020', addressee: 'Ủy ban nhân dân tỉnh',
  blocks: [
    ...paragraphs(
      'Qua rà soát, có 14 dự án không còn khả năng giải ngân hết kế hoạch vốn được giao, trong khi 09 dự án cấp thiết về giao thông nông thôn và trường học còn thiếu vốn để hoàn thành trước năm học mới.',
      'Việc điều chỉnh không làm thay đổi tổng mức vốn của tỉnh, không phát sinh nợ đọng xây dựng cơ bản; các chủ đầu tư có dự án giảm vốn đã có văn bản thống nhất.',
    ),
    table({ caption: 'Bảng 1. Phương án điều chỉnh', head: ['TT', 'Dự án', 'Đã giao (tỷ đồng)', 'Sau điều chỉnh (tỷ đồng)'], widths: [1, 7, 3, 3], rows: ['Đường tỉnh nối trung tâm huyện với quốc lộ', 'Trường trung học phổ thông khu vực phía Nam', 'Trạm y tế các xã bãi ngang', 'Kè chống sạt lở bờ sông', 'Trung tâm hành chính công', 'Cầu dân sinh các xã miền núi', 'Hệ thống cấp nước sạch nông thôn'].map((name, index) => [String(index + 1), name, decimal(`${name} trước`, 8, 90), decimal(`${name} sau`, 8, 90)]) }),
    paragraph('Sở Kế hoạch và Đầu tư kính trình Ủy ban nhân dân tỉnh xem xét, biểu quyết để trình Hội đồng nhân dân tỉnh tại kỳ họp giữa năm.'),
  ],
  signedBy: ['Giám đốc'], recipients: ['Như trên;', 'Sở Tài chính;', 'Lưu: VT, TH.'],
};

/** People's Committee: draft decision. */
export const PROVINCE_DECISION: SeedDocument = {
  key: '32-du-thao-quyet-dinh-mot-cua', title: 'Dự thảo Quyết định về Quy chế hoạt động của bộ phận một cửa', isDraft: true, issuer: 'Ủy ban nhân dân tỉnh', place: 'Tỉnh lỵ', date: '2019-06-19', type: 'QUYẾT ĐỊNH', subject: 'Ban hành Quy chế hoạt động của bộ phận một cửa các cấp trên địa bàn tỉnh',
  grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;', 'Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;'],
  blocks: [
    article(1, 'Phạm vi', 'Quy chế này quy định việc tiếp nhận, giải quyết, trả kết quả thủ tục hành chính tại Trung tâm Phục vụ hành chính công tỉnh, bộ phận một cửa cấp huyện và cấp xã.'),
    article(2, 'Nguyên tắc', 'Lấy sự hài lòng của người dân, doanh nghiệp làm thước đo chất lượng phục vụ.', 'Hồ sơ quá hạn phải có văn bản xin lỗi nêu rõ lý do và thời hạn trả kết quả mới.', 'Không yêu cầu nộp bản sao giấy tờ đã có trong cơ sở dữ liệu của tỉnh.'),
    article(3, 'Thời gian làm việc', 'Bộ phận một cửa tiếp nhận hồ sơ các ngày làm việc trong tuần và sáng thứ Bảy.'),
    article(4, 'Trách nhiệm thi hành', 'Chánh Văn phòng Ủy ban nhân dân tỉnh, giám đốc các sở, Chủ tịch Ủy ban nhân dân cấp huyện, cấp xã chịu trách nhiệm thi hành Quyết định này.'),
  ],
  signedBy: ['TM. Ủy ban nhân dân', 'Chủ tịch'], recipients: ['Văn phòng Chính phủ (để báo cáo);', 'Các sở, ban, ngành;', 'Lưu: VT.'],
};
