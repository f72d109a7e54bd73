import { CONSULTED_OFFICES, decimal, figure, thousands } from './offices.js';
import { article, chart, heading, list, paragraph, paragraphs, type SeedDocument, table } from './seed-document.js';

/** Tờ trình on the draft Law on Enterprises. */
export const ENTERPRISE_LAW: SeedDocument = {
  key: '06-to-trinh-luat-doanh-nghiep', title: 'Tờ trình về đề nghị xây dựng dự án Luật Doanh nghiệp (sửa đổi)', issuer: 'Bộ Kế hoạch và Đầu tư', number: '4188/TTr-BKHĐT', place: 'Hà Nội', date: '2019-06-13',
  type: 'TỜ TRÌNH', subject: 'Về đề nghị xây dựng dự án Luật Doanh nghiệp (sửa đổi)', addressee: 'Chính phủ',
  blocks: [
    paragraph('Thực hiện Chương trình xây dựng luật, pháp lệnh của Quốc hội, Bộ Kế hoạch và Đầu tư kính trình Chính phủ đề nghị xây dựng dự án Luật Doanh nghiệp (sửa đổi) như sau:'),
    heading(1, 'I. Sự cần thiết'),
    ...paragraphs(
      'Luật Doanh nghiệp năm 2014 đã tạo bước đột phá về quyền tự do kinh doanh. Sau 4 năm thực hiện, cả nước có thêm trên 480 nghìn doanh nghiệp đăng ký thành lập; thời gian đăng ký giảm còn bình quân 02 ngày làm việc. Tuy nhiên, thực tiễn phát sinh một số vướng mắc cần sửa đổi, bổ sung.',
      'Thủ tục thông báo mẫu dấu trước khi sử dụng không còn cần thiết; việc đăng ký kinh doanh bằng bản giấy song song với hồ sơ điện tử làm tăng chi phí. Khung quản trị công ty còn khoảng cách so với thông lệ tốt, quyền của cổ đông nhỏ chưa được bảo vệ đầy đủ.',
      'Khái niệm doanh nghiệp nhà nước cần được xem xét lại theo tinh thần Nghị quyết số 12-NQ/TW, bảo đảm quản lý chặt chẽ vốn nhà nước đồng thời tạo thuận lợi cho cổ phần hóa.',
    ),
    heading(1, 'II. Các chính sách đề nghị'),
    list(
      'Chính sách 1: bãi bỏ thủ tục thông báo mẫu dấu, thực hiện đăng ký doanh nghiệp hoàn toàn qua mạng với một bộ hồ sơ điện tử;',
      'Chính sách 2: bảo vệ cổ đông nhỏ bằng cách bỏ yêu cầu thời hạn sở hữu cổ phần liên tục 06 tháng để thực hiện quyền đề cử, tiếp cận thông tin;',
      'Chính sách 3: xác định doanh nghiệp nhà nước là doanh nghiệp do Nhà nước nắm giữ trên 50% vốn điều lệ hoặc cổ phần có quyền biểu quyết;',
      'Chính sách 4: bổ sung quy định về hộ kinh doanh theo hướng khuyến khích chuyển đổi, không tạo gánh nặng tuân thủ.',
    ),
    table({ caption: 'Bảng 1. Ước tính chi phí tuân thủ cắt giảm', head: ['TT', 'Thủ tục', 'Số hồ sơ/năm', 'Cắt giảm (tỷ đồng)'], widths: [1, 6, 3, 3], rows: ['Thông báo mẫu dấu', 'Đăng ký thành lập', 'Thay đổi nội dung đăng ký', 'Tạm ngừng, giải thể', 'Công bố thông tin'].map((name, index) => [String(index + 1), name, thousands(figure(name, 38_000, 420_000)), decimal(`${name} chi phí`, 12, 96)]) }),
    heading(1, 'III. Ý kiến của các cơ quan'),
    ...CONSULTED_OFFICES.slice(3, 8).map((office) => paragraph(`${office.name} nhất trí với đề nghị xây dựng Luật; đề nghị đánh giá kỹ hơn tác động đối với lĩnh vực ${office.field} và rà soát quy định chuyển tiếp. Bộ Kế hoạch và Đầu tư đã bổ sung nội dung này vào báo cáo đánh giá tác động.`)),
    heading(1, 'IV. Vấn đề xin ý kiến Chính phủ'),
    ...paragraphs(
      'Có hai loại ý kiến về việc điều chỉnh hộ kinh doanh trong Luật. Loại ý kiến thứ nhất đề nghị quy định một chương riêng; loại ý kiến thứ hai đề nghị ban hành luật riêng sau khi tổng kết. Bộ Kế hoạch và Đầu tư đề nghị Chính phủ thảo luận, cho ý kiến.',
      'Bộ Kế hoạch và Đầu tư kính trình Chính phủ xem xét, thông qua đề nghị để trình Quốc hội đưa vào chương trình năm 2020.',
    ),
  ],
  signedBy: ['Bộ trưởng'], recipients: ['Như trên;', 'Văn phòng Chính phủ;', 'Bộ Tư pháp;', 'Lưu: VT, PC.'],
};

/** Draft decree on data sharing, in articles. */
export const DATA_DECREE: SeedDocument = {
  key: '07-du-thao-nghi-dinh-du-lieu-so', title: 'Dự thảo Nghị định quản lý, kết nối và chia sẻ dữ liệu số', isDraft: true, issuer: 'Chính phủ', place: 'Hà Nội', date: '2019-06-12', type: 'NGHỊ ĐỊNH',
  subject: 'Quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước',
  grounds: ['Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;', 'Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;', 'Theo đề nghị của Bộ trưởng Bộ Thông tin và Truyền thông;'],
  blocks: [
    article(1, 'Phạm vi điều chỉnh', 'Nghị định này quy định các hoạt động quản lý, kết nối, chia sẻ dữ liệu số của cơ quan nhà nước; việc quản trị dữ liệu; nguyên tắc và trách nhiệm cung cấp, khai thác dữ liệu giữa các cơ quan nhà nước.', 'Nghị định này không áp dụng đối với dữ liệu thuộc bí mật nhà nước.'),
    article(2, 'Nguyên tắc chung', 'Dữ liệu hình thành trong hoạt động của cơ quan nhà nước được chia sẻ phục vụ hoạt động của các cơ quan nhà nước hướng đến phục vụ người dân, doanh nghiệp.', 'Cơ quan nhà nước không được yêu cầu người dân, doanh nghiệp cung cấp lại thông tin đã có trong cơ sở dữ liệu được chia sẻ.', 'Không thu phí chia sẻ dữ liệu giữa các cơ quan nhà nước, trừ trường hợp pháp luật quy định khác.', 'Việc chia sẻ dữ liệu phải bảo đảm quyền riêng tư và an toàn thông tin.'),
    article(3, 'Cơ sở dữ liệu quốc gia', 'Cơ sở dữ liệu quốc gia về dân cư, đất đai, đăng ký doanh nghiệp, tài chính, bảo hiểm được ưu tiên xây dựng, kết nối.', 'Cơ quan chủ quản công bố danh mục dữ liệu, cấu trúc trao đổi và mức độ sẵn sàng trước ngày 31 tháng 12 hằng năm.'),
    article(4, 'Phương thức chia sẻ', 'Chia sẻ mặc định qua dịch vụ chia sẻ dữ liệu trên nền tảng tích hợp, chia sẻ dữ liệu quốc gia.', 'Chia sẻ theo yêu cầu đặc thù được thực hiện khi có thỏa thuận giữa hai cơ quan, thời gian xử lý không quá 30 ngày.'),
    article(5, 'Dữ liệu mở', 'Cơ quan nhà nước lập kế hoạch và công bố dữ liệu mở trên cổng dữ liệu quốc gia ở định dạng máy đọc được.', 'Dữ liệu mở phải toàn vẹn, cập nhật, được tự do sử dụng, có ghi nguồn.'),
    article(6, 'Chất lượng dữ liệu', 'Cơ quan cung cấp chịu trách nhiệm về tính chính xác, kịp thời; cơ quan khai thác thông báo sai lệch trong 03 ngày làm việc.', 'Bên cung cấp trả lời, sửa chữa sai lệch trong 07 ngày làm việc kể từ khi nhận được thông báo.'),
    article(7, 'Giải quyết vướng mắc', 'Các cơ quan thương lượng để giải quyết vướng mắc; trường hợp không thống nhất thì đề nghị Bộ Thông tin và Truyền thông chủ trì giải quyết trong 30 ngày, quá thời hạn báo cáo Thủ tướng Chính phủ quyết định.'),
    article(8, 'Trách nhiệm của bộ, cơ quan, địa phương', 'Chỉ định đơn vị đầu mối về quản trị dữ liệu; ban hành quy chế khai thác dữ liệu.', 'Bố trí kinh phí từ dự toán ngân sách hằng năm.', 'Báo cáo kết quả chia sẻ dữ liệu trong báo cáo về Chính phủ điện tử.'),
    article(9, 'Hiệu lực thi hành', 'Nghị định này có hiệu lực thi hành sau 45 ngày kể từ ngày ký ban hành.', 'Các bộ trưởng, thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân cấp tỉnh chịu trách nhiệm thi hành.'),
  ],
  signedBy: ['TM. Chính phủ', 'Thủ tướng'], recipients: ['Các bộ, cơ quan ngang bộ;', 'HĐND, UBND các tỉnh, thành phố;', 'Lưu: VT, KGVX.'],
};

/** Report on administrative reform. */
export const REFORM_REPORT: SeedDocument = {
  key: '08-bao-cao-cai-cach-hanh-chinh', title: 'Báo cáo công tác cải cách hành chính 6 tháng đầu năm 2019', issuer: 'Bộ Nội vụ', number: '2790/BC-BNV', place: 'Hà Nội', date: '2019-06-14', type: 'BÁO CÁO', subject: 'Công tác cải cách hành chính 6 tháng đầu năm 2019', addressee: 'Chính phủ',
  blocks: [
    heading(1, 'I. Kết quả đạt được'),
    ...paragraphs(
      'Cải cách thể chế được các bộ, ngành quan tâm; trong 6 tháng đã ban hành theo thẩm quyền và trình ban hành 52 nghị định, 18 quyết định quy phạm pháp luật. Công tác kiểm tra văn bản phát hiện và xử lý kịp thời nhiều văn bản có dấu hiệu trái pháp luật.',
      'Về thủ tục hành chính, các bộ đã cắt giảm, đơn giản hóa trên 3.300 điều kiện kinh doanh và 6.700 dòng hàng phải kiểm tra chuyên ngành. Bộ phận một cửa các cấp tiếp tục được kiện toàn theo Nghị định số 61/2018/NĐ-CP.',
      'Về tổ chức bộ máy, các địa phương hoàn thành phương án sắp xếp đơn vị hành chính cấp huyện, cấp xã giai đoạn 2019 – 2021; giảm 12 tổng cục, cục và tương đương, trên 400 phòng ở trung ương.',
      'Về hiện đại hóa hành chính, trục liên thông văn bản quốc gia hoạt động ổn định với trên 250 nghìn văn bản gửi, nhận; nhiều địa phương triển khai phòng họp không giấy tờ, giảm chi phí in ấn.',
    ),
    table({ caption: 'Bảng 1. Chỉ số cải cách hành chính của một số bộ', head: ['TT', 'Cơ quan', '2017', '2018', 'Xếp hạng'], widths: [1, 7, 2, 2, 2], rows: CONSULTED_OFFICES.slice(3, 19).map((office, index) => [String(index + 1), office.name, decimal(`${office.name} 2017`, 71, 85), decimal(`${office.name} 2018`, 75, 90), String(index + 1)]) }),
    heading(1, 'II. Tồn tại, hạn chế'),
    list('Một số bộ, địa phương chậm gửi hồ sơ sắp xếp đơn vị sự nghiệp công lập;', 'Tỷ lệ hồ sơ trực tuyến mức độ 4 mới đạt dưới 10%;', 'Còn tình trạng yêu cầu thêm giấy tờ ngoài quy định tại bộ phận một cửa;', 'Công tác thi đua, kiểm tra công vụ ở một số nơi còn hình thức.'),
    heading(1, 'III. Nhiệm vụ 6 tháng cuối năm'),
    ...paragraphs(
      'Trình Chính phủ các nghị định quy định chi tiết Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngay sau khi được Quốc hội thông qua.',
      'Tổ chức kiểm tra cải cách hành chính tại 06 bộ và 15 địa phương; công khai kết quả và gắn với đánh giá người đứng đầu.',
      'Phối hợp với Văn phòng Chính phủ triển khai Hệ thống e-Cabinet, hướng dẫn nộp lưu hồ sơ điện tử của các phiên họp.',
    ),
  ],
  signedBy: ['Bộ trưởng'], recipients: ['Như trên;', 'Văn phòng Chính phủ;', 'Lưu: VT, CCHC.'],
};

/** Report on complaints and denunciations. */
export const COMPLAINTS_REPORT: SeedDocument = {
  key: '09-bao-cao-khieu-nai-to-cao', title: 'Báo cáo công tác tiếp công dân, giải quyết khiếu nại, tố cáo', issuer: 'Thanh tra Chính phủ', number: '988/BC-TTCP', place: 'Hà Nội', date: '2019-06-15', type: 'BÁO CÁO', subject: 'Công tác tiếp công dân, giải quyết khiếu nại, tố cáo 6 tháng đầu năm 2019', addressee: 'Chính phủ',
  blocks: [
    heading(1, 'I. Tình hình'),
    ...paragraphs(
      'Các cơ quan hành chính nhà nước đã tiếp trên 180 nghìn lượt công dân; số lượt người và đoàn đông người giảm so với cùng kỳ năm 2018. Nội dung khiếu nại chủ yếu liên quan đến thu hồi đất, bồi thường, hỗ trợ tái định cư.',
      'Các cơ quan đã tiếp nhận, xử lý trên 150 nghìn đơn các loại, trong đó có khoảng 99 nghìn đơn đủ điều kiện xử lý. Tỷ lệ giải quyết vụ việc thuộc thẩm quyền đạt trên 80%.',
      'Một số vụ việc phức tạp, kéo dài được tập trung rà soát; Tổ công tác đã làm việc với 13 địa phương, thống nhất phương án giải quyết đối với phần lớn các vụ việc trong kế hoạch.',
    ),
    chart({ caption: 'Hình 1. Số vụ việc theo lĩnh vực', unit: 'vụ', bars: ['Đất đai', 'Xây dựng', 'Chính sách xã hội', 'Môi trường', 'Cán bộ, công chức', 'Lĩnh vực khác'].map((label) => ({ label, value: figure(`khiếu nại ${label}`, 240, 4800) })) }),
    heading(1, 'II. Nguyên nhân và giải pháp'),
    ...paragraphs(
      'Nguyên nhân chủ yếu do chính sách về đất đai qua các thời kỳ có nhiều thay đổi; một số địa phương chưa quan tâm đối thoại ngay từ cơ sở; việc công khai phương án bồi thường còn hạn chế.',
      'Thời gian tới, tập trung giải quyết ngay từ khi mới phát sinh; vận hành cơ sở dữ liệu quốc gia về khiếu nại, tố cáo; chuẩn bị tổng kết Luật Tiếp công dân. Đề nghị Chủ tịch Ủy ban nhân dân cấp tỉnh trực tiếp tiếp công dân đủ số ngày theo quy định.',
    ),
  ],
  signedBy: ['Tổng Thanh tra'], recipients: ['Như trên;', 'Ban Tiếp công dân Trung ương;', 'Lưu: VT, C.II.'],
};

/** Report on public investment. */
export const INVESTMENT_REPORT: SeedDocument = {
  key: '10-bao-cao-giai-ngan-dau-tu-cong', title: 'Báo cáo giải ngân vốn đầu tư công 6 tháng đầu năm 2019', issuer: 'Bộ Tài chính', number: '7200/BC-BTC', place: 'Hà Nội', date: '2019-06-17', type: 'BÁO CÁO', subject: 'Tình hình giải ngân kế hoạch vốn đầu tư công nguồn ngân sách nhà nước 6 tháng đầu năm 2019', addressee: 'Chính phủ',
  blocks: [
    ...paragraphs(
      'Bộ Tài chính báo cáo tình hình thanh toán vốn đầu tư công 6 tháng đầu năm 2019. Ước giải ngân đến hết tháng 6 đạt trên 33% kế hoạch Quốc hội giao, thấp hơn cùng kỳ năm 2018; trong đó vốn trong nước đạt cao hơn, vốn nước ngoài đạt rất thấp.',
      'Có 08 bộ, cơ quan và 19 địa phương giải ngân trên 45%; còn 31 bộ, cơ quan giải ngân dưới 30%, trong đó một số đơn vị chưa giải ngân kế hoạch vốn trái phiếu Chính phủ.',
    ),
    table({ caption: 'Bảng 1. Tỷ lệ giải ngân của một số cơ quan', head: ['TT', 'Cơ quan', 'Kế hoạch (tỷ đồng)', 'Giải ngân (%)'], widths: [1, 7, 3, 3], rows: CONSULTED_OFFICES.slice(0, 18).map((office, index) => [String(index + 1), office.name, thousands(figure(`${office.name} vốn`, 240, 28_000)), decimal(`${office.name} giải ngân`, 9, 62)]) }),
    list('Nguyên nhân khách quan: quy định giữa các luật về đầu tư, xây dựng, đất đai còn điểm chưa thống nhất;', 'Nguyên nhân chủ quan: công tác chuẩn bị đầu tư kém, giải phóng mặt bằng chậm, năng lực một số chủ đầu tư hạn chế.'),
    ...paragraphs(
      'Bộ Tài chính kiến nghị Chính phủ giao chỉ tiêu giải ngân theo từng quý, kiểm điểm người đứng đầu nơi giải ngân dưới 50% đến hết quý III, điều chuyển vốn từ dự án không có khả năng giải ngân sang dự án thiếu vốn.',
      'Kho bạc Nhà nước bảo đảm thanh toán trong 03 ngày làm việc, chuyển sang giao nhận hồ sơ hoàn toàn điện tử từ quý IV năm 2019.',
    ),
  ],
  signedBy: ['Bộ trưởng'], recipients: ['Như trên;', 'Bộ Kế hoạch và Đầu tư;', 'Lưu: VT, ĐT.'],
};
