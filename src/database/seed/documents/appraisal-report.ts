import { CONSULTED_OFFICES } from './offices.js';
import { heading, list, pageBreak, paragraph, paragraphs, type SeedBlock, type SeedDocument, table } from './seed-document.js';

/** One article of the draft as the appraiser sees it. */
interface Remark {
  article: string;
  finding: string;
  advice: string;
}

const REMARKS: Remark[] = [
  { article: 'Điều 1 (phạm vi, đối tượng)', finding: 'Phạm vi điều chỉnh được xác định tương đối rõ. Tuy nhiên dự thảo chưa nêu việc áp dụng đối với phiên họp trực tuyến giữa Chính phủ với địa phương, trong khi thực tế mỗi năm có ít nhất hai phiên họp như vậy.', advice: 'Đề nghị bổ sung Chủ tịch Ủy ban nhân dân cấp tỉnh vào nhóm đại biểu được mời khi Chính phủ họp trực tuyến với địa phương.' },
  { article: 'Điều 2 (nguyên tắc)', finding: 'Các nguyên tắc phù hợp với Luật Giao dịch điện tử năm 2005 về giá trị pháp lý của thông điệp dữ liệu và với Luật An toàn thông tin mạng năm 2015.', advice: 'Đề nghị làm rõ tình huống sự cố kỹ thuật xảy ra khi đang biểu quyết: phiếu đã được Hệ thống xác nhận vẫn có giá trị, người chưa biểu quyết thực hiện bằng hình thức thay thế.' },
  { article: 'Điều 3 (gửi tài liệu)', finding: 'Thời hạn 05 ngày làm việc thống nhất với Quy chế làm việc của Chính phủ ban hành kèm theo Nghị định số 138/2016/NĐ-CP. Quy định về phiên bản tài liệu là điểm mới, khắc phục tình trạng nhầm lẫn giữa các bản dự thảo.', advice: 'Đề nghị quy định rõ cách tính ngày làm việc, loại trừ ngày nghỉ lễ, tết và ngày hoán đổi theo thông báo hằng năm.' },
  { article: 'Điều 4 (ý kiến trước phiên họp)', finding: 'Việc cho ý kiến trước phiên họp không làm thay đổi thẩm quyền thảo luận tập thể và quyết định theo đa số quy định tại Điều 95 Hiến pháp năm 2013, vì mọi thành viên đều có quyền đưa nội dung ra thảo luận.', advice: 'Đề nghị quy định thời điểm khóa danh mục thông qua không thảo luận là khi người chủ trì nêu vấn đề biểu quyết.' },
  { article: 'Điều 5 (bí mật nhà nước)', finding: 'Quy định phù hợp với Pháp lệnh Bảo vệ bí mật nhà nước và Luật Bảo vệ bí mật nhà nước năm 2018 có hiệu lực từ ngày 01 tháng 7 năm 2020.', advice: 'Đề nghị giao Văn phòng Chính phủ hướng dẫn cách xử lý khi phát hiện tài liệu mật bị đưa nhầm lên Hệ thống: thu hồi ngay, lập biên bản và báo cáo.' },
  { article: 'Điều 6 (biểu quyết)', finding: 'Tỷ lệ quá nửa tổng số thành viên Chính phủ tán thành phù hợp với khoản 3 Điều 46 Luật Tổ chức Chính phủ. Với 27 thành viên, quyết nghị được thông qua khi có ít nhất 14 thành viên tán thành; trường hợp ngang nhau thì theo phía mà Thủ tướng Chính phủ đã biểu quyết.', advice: 'Đề nghị quy định rõ phương án "ý kiến khác" không tính là tán thành và phải kèm nội dung ý kiến.' },
  { article: 'Điều 7 (phiếu lấy ý kiến)', finding: 'Dự thảo không quy định việc không trả lời trong thời hạn được coi là đồng ý. Bộ Tư pháp nhất trí với phương án này vì Quy chế làm việc hiện hành chưa quy định.', advice: 'Đề nghị bổ sung việc nhắc trước khi hết hạn và trách nhiệm của thành viên không trả lời.' },
  { article: 'Điều 8 (an toàn thông tin)', finding: 'Yêu cầu nhật ký không sửa, không xóa là cần thiết để phục vụ kiểm tra và giải quyết khiếu nại về kết quả biểu quyết nếu có.', advice: 'Đề nghị quy định thời hạn lưu nhật ký tối thiểu bằng thời hạn bảo quản hồ sơ phiên họp.' },
  { article: 'Điều 9 (kinh phí)', finding: 'Quy định về kinh phí bảo đảm nguyên tắc không làm phát sinh chính sách chi mới ngoài dự toán.', advice: 'Đề nghị rà soát để tránh trùng lặp với dự án nâng cấp cổng thông tin của các bộ.' },
  { article: 'Điều 10 (tổ chức thực hiện)', finding: 'Nhiệm vụ của các cơ quan được giao rõ việc, rõ thời hạn. Mốc ngày 31 tháng 12 năm 2020 đối với địa phương phù hợp với lộ trình của Nghị quyết số 17/NQ-CP.', advice: 'Đề nghị cân nhắc hỗ trợ các địa phương còn khó khăn về hạ tầng mạng và chữ ký số.' },
];

const SYSTEM_OF_LAW: [law: string, relation: string, verdict: string][] = [
  ['Hiến pháp năm 2013, Điều 95', 'Chính phủ làm việc theo chế độ tập thể, quyết định theo đa số', 'Phù hợp'],
  ['Luật Tổ chức Chính phủ năm 2015, Điều 44 – 46', 'Hình thức hoạt động, phiên họp và biểu quyết', 'Phù hợp'],
  ['Luật Giao dịch điện tử năm 2005', 'Giá trị pháp lý của thông điệp dữ liệu', 'Phù hợp'],
  ['Luật Công nghệ thông tin năm 2006', 'Ứng dụng công nghệ thông tin trong cơ quan nhà nước', 'Phù hợp'],
  ['Luật An toàn thông tin mạng năm 2015', 'Phân loại cấp độ an toàn hệ thống thông tin', 'Cần xác định cấp độ'],
  ['Luật Lưu trữ năm 2011', 'Nộp lưu tài liệu lưu trữ điện tử', 'Phù hợp'],
  ['Nghị định số 138/2016/NĐ-CP', 'Quy chế làm việc của Chính phủ', 'Phù hợp'],
  ['Nghị định số 130/2018/NĐ-CP', 'Chữ ký số và dịch vụ chứng thực chữ ký số', 'Phù hợp'],
];

function remarkBlocks(): SeedBlock[] {
  return REMARKS.flatMap((remark, index) => [
    heading(3, `${index + 1}. Về ${remark.article}`),
    paragraph(remark.finding),
    paragraph(`Ý kiến thẩm định: ${remark.advice}`),
  ]);
}

const VIEWS: ((name: string, field: string) => string)[] = [
  (name, field) => `Đại diện ${name} đánh giá hồ sơ đề nghị thẩm định đầy đủ theo quy định, dự thảo được xây dựng công phu. Từ thực tiễn theo dõi pháp luật về ${field}, đại diện cho rằng việc chuyển sang phương thức điện tử không làm thay đổi trách nhiệm của người đứng đầu cơ quan chủ trì đề án về chất lượng tài liệu.`,
  (name, field) => `Đại diện ${name} đề nghị phân biệt rõ ba loại ý kiến trên Hệ thống: điều kiện để tán thành, nội dung cần tiếp thu và góp ý về kỹ thuật. Đối với hồ sơ thuộc lĩnh vực ${field}, sự phân biệt này giúp cơ quan chủ trì tập trung giải trình những vấn đề còn khác nhau.`,
  (name, field) => `Đại diện ${name} quan tâm tới chất lượng bản điện tử của phụ lục, bảng biểu. Nhiều hồ sơ về ${field} có biểu số liệu khổ lớn; cần quy định bản điện tử phải tra cứu được nội dung, hạn chế sử dụng bản quét hình ảnh.`,
  (name, field) => `Đại diện ${name} nhất trí với quy định mỗi thành viên có một phiếu và phiếu đã xác nhận không sửa được. Trường hợp biểu quyết lại phải là một lần biểu quyết mới, có ghi lý do; kết quả cũ vẫn được lưu để phục vụ kiểm tra, kể cả đối với nội dung về ${field}.`,
  (name, field) => `Đại diện ${name} đề nghị trong thời gian đầu bố trí cán bộ hỗ trợ kỹ thuật tại phòng họp và tổng đài hỗ trợ từ xa. Các đơn vị quản lý về ${field} sẵn sàng cử cán bộ tham gia vận hành thử nghiệm trong tháng 6 năm 2019.`,
];

function councilBlocks(): SeedBlock[] {
  return CONSULTED_OFFICES.slice(0, 20).flatMap((office, index) => [
    heading(3, `${index + 1}. ${office.name}`),
    paragraph(VIEWS[index % VIEWS.length]?.(office.name, office.field) ?? ''),
    paragraph(`Về kiến nghị cụ thể đã nêu tại Công văn số ${office.reply}, thành viên Hội đồng ghi nhận phương án của cơ quan chủ trì: "${office.answer}". Hội đồng nhất trí và không có ý kiến khác.`),
  ]);
}

/** Báo cáo thẩm định of the Ministry of Justice, twelve pages. */
export const APPRAISAL: SeedDocument = {
  key: '03-bao-cao-tham-dinh', title: 'Báo cáo thẩm định dự thảo Nghị quyết', issuer: 'Bộ Tư pháp', number: '128/BC-BTP', place: 'Hà Nội', date: '2019-06-12',
  type: 'BÁO CÁO', subject: 'Thẩm định dự thảo Nghị quyết của Chính phủ về Hệ thống thông tin phục vụ họp và xử lý công việc của Chính phủ', addressee: 'Văn phòng Chính phủ',
  blocks: [
    paragraph('Trả lời đề nghị của Văn phòng Chính phủ về việc thẩm định dự thảo Nghị quyết của Chính phủ về Hệ thống thông tin phục vụ họp và xử lý công việc của Chính phủ (e-Cabinet), Bộ Tư pháp đã thành lập Hội đồng thẩm định gồm 20 thành viên là đại diện của các bộ, cơ quan và chuyên gia. Hội đồng đã họp ngày 10 tháng 6 năm 2019. Trên cơ sở kết quả cuộc họp, Bộ Tư pháp báo cáo kết quả thẩm định như sau:'),
    heading(1, 'I. Sự cần thiết ban hành'),
    ...paragraphs(
      'Bộ Tư pháp nhất trí với sự cần thiết ban hành Nghị quyết. Hoạt động của Chính phủ theo chế độ tập thể đòi hỏi thông tin đến với từng thành viên phải đầy đủ, kịp thời và thống nhất. Phương thức gửi tài liệu giấy hiện nay không còn đáp ứng yêu cầu, nhất là trong các đợt cao điểm xây dựng pháp luật trước kỳ họp Quốc hội.',
      'Theo thống kê của Văn phòng Chính phủ, trong giai đoạn 2016 – 2018 có 38% số hồ sơ được gửi muộn hơn thời hạn 05 ngày làm việc; trong đó 11% chỉ được gửi trong vòng 24 giờ trước phiên họp. Việc thành viên Chính phủ không có đủ thời gian nghiên cứu ảnh hưởng trực tiếp tới chất lượng thảo luận.',
      'Đối với phiếu lấy ý kiến, thời gian trung bình từ khi gửi đến khi nhận đủ phiếu trả lời là 13 ngày, dài gấp hai lần so với thời hạn ghi trên phiếu. Đây là nguyên nhân làm chậm nhiều quyết định liên quan đến đời sống người dân và hoạt động của doanh nghiệp.',
    ),
    heading(1, 'II. Sự phù hợp với chủ trương, đường lối và tính thống nhất của hệ thống pháp luật'),
    ...paragraphs(
      'Dự thảo Nghị quyết phù hợp với chủ trương đẩy mạnh ứng dụng công nghệ thông tin, đổi mới phương thức làm việc của các cơ quan trong hệ thống chính trị, cải cách hành chính gắn với xây dựng Chính phủ điện tử.',
      'Về tính hợp hiến, hợp pháp, các quy định của dự thảo không làm thay đổi thẩm quyền của tập thể Chính phủ và của từng thành viên Chính phủ; chỉ quy định phương thức thực hiện bằng phương tiện điện tử. Kết quả đối chiếu với các văn bản liên quan được nêu tại Bảng 1.',
    ),
    table({ caption: 'Bảng 1. Kết quả đối chiếu với hệ thống pháp luật', head: ['TT', 'Văn bản', 'Nội dung liên quan', 'Đánh giá'], widths: [1, 5, 6, 3], rows: SYSTEM_OF_LAW.map((row, index) => [String(index + 1), ...row]) }),
    heading(1, 'III. Ý kiến đối với từng điều của dự thảo'),
    ...remarkBlocks(),
    heading(1, 'IV. Tác động của chính sách, thủ tục hành chính và bình đẳng giới'),
    ...paragraphs(
      'Dự thảo không quy định thủ tục hành chính mới đối với tổ chức, cá nhân. Các yêu cầu về hồ sơ chỉ áp dụng trong nội bộ cơ quan hành chính nhà nước và theo hướng giảm số bản giấy phải nộp từ 45 bản xuống còn 01 bản lưu.',
      'Về bình đẳng giới, các quy định của dự thảo áp dụng như nhau đối với mọi thành viên, đại biểu. Việc cho phép tham dự, biểu quyết từ xa tạo thuận lợi cho người đang nuôi con nhỏ, người phải điều trị y tế ngắn ngày.',
      'Về nguồn lực, chi phí đầu tư ban đầu chủ yếu là phần mềm, máy chủ và thiết bị đọc; chi phí này được bù đắp trong khoảng 30 tháng nhờ giảm in ấn, vận chuyển và thời gian làm việc của bộ phận phục vụ. Cơ quan chủ trì cần theo dõi và công bố các số liệu này trong báo cáo hằng năm.',
    ),
    list(
      'Tác động đối với thành viên Chính phủ: nhận tài liệu ngay khi phát hành, chủ động thời gian nghiên cứu, theo dõi được ý kiến của mình đã được tiếp thu đến đâu;',
      'Tác động đối với cơ quan chủ trì đề án: nhận ý kiến sớm, giảm số lần chỉnh lý sau phiên họp, biết rõ nội dung còn ý kiến khác nhau;',
      'Tác động đối với Văn phòng Chính phủ: giảm khối lượng in, đóng quyển, kiểm phiếu thủ công; tăng yêu cầu về kiểm tra thể thức và an toàn thông tin;',
      'Tác động đối với xã hội: quyết định được ban hành nhanh hơn, hồ sơ lưu trữ đầy đủ, thuận lợi cho công tác giám sát.',
    ),
    heading(1, 'V. Điều kiện bảo đảm thi hành'),
    ...paragraphs(
      'Hội đồng thẩm định đề nghị cơ quan chủ trì làm rõ thêm phương án dự phòng khi mất kết nối mạng trong phòng họp, gồm đường truyền thứ hai, máy chủ đặt tại chỗ và quy trình chuyển sang phiếu giấy không quá 10 phút.',
      'Về nhân lực, mỗi bộ, cơ quan cần ít nhất 02 chuyên viên đầu mối được tập huấn. Tài khoản của thành viên Chính phủ do chính thành viên sử dụng; người giúp việc chỉ được chuẩn bị dự thảo ý kiến, không được biểu quyết thay.',
      'Về ngôn ngữ, kỹ thuật soạn thảo, dự thảo cơ bản tuân thủ Luật Ban hành văn bản quy phạm pháp luật và các văn bản hướng dẫn. Đề nghị rà soát lỗi kỹ thuật, thống nhất sử dụng thuật ngữ "tài liệu phiên họp", "phiếu lấy ý kiến", "biểu quyết điện tử".',
    ),
    heading(1, 'VI. Kết luận'),
    ...paragraphs(
      'Bộ Tư pháp nhận thấy dự thảo Nghị quyết đủ điều kiện trình Chính phủ sau khi được tiếp thu, chỉnh lý theo các ý kiến nêu tại mục III và mục V của Báo cáo này.',
      'Trên đây là Báo cáo thẩm định của Bộ Tư pháp, gửi Văn phòng Chính phủ để nghiên cứu, hoàn thiện hồ sơ trình Chính phủ.',
    ),
    pageBreak,
    heading(1, 'Phụ lục. Ý kiến của các thành viên Hội đồng thẩm định'),
    paragraph('Tại cuộc họp ngày 10 tháng 6 năm 2019, các thành viên Hội đồng đã phát biểu về dự thảo. Ý kiến được ghi tóm tắt theo cơ quan cử đại diện như sau:'),
    ...councilBlocks(),
  ],
  signedBy: ['KT. Bộ trưởng', 'Thứ trưởng'],
  recipients: ['Như trên;', 'Bộ trưởng (để báo cáo);', 'Cổng Thông tin điện tử Bộ Tư pháp;', 'Lưu: VT, PLHSHC.'],
};
