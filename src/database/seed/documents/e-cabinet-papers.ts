import { article, heading, list, paragraph, paragraphs, type SeedDocument, table } from './seed-document.js';

const SUBJECT = 'Hệ thống thông tin phục vụ họp và xử lý công việc của Chính phủ (e-Cabinet)';
const GROUNDS = [
  'Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;',
  'Căn cứ Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005; Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;',
  'Căn cứ Nghị định số 138/2016/NĐ-CP ngày 01 tháng 10 năm 2016 của Chính phủ ban hành Quy chế làm việc của Chính phủ;',
];

/** Tờ trình of the Government Office, three pages. */
export const SUBMISSION: SeedDocument = {
  key: '01-to-trinh-e-cabinet', title: 'Tờ trình về dự thảo Nghị quyết e-Cabinet',
  issuer: 'Văn phòng Chính phủ', number: '5412/TTr-VPCP', place: 'Hà Nội', date: '2019-06-14', type: 'TỜ TRÌNH',
  subject: `Về dự thảo Nghị quyết của Chính phủ về ${SUBJECT}`, addressee: 'Chính phủ',
  blocks: [
    paragraph('Thực hiện Nghị quyết số 17/NQ-CP ngày 07 tháng 3 năm 2019 của Chính phủ về một số nhiệm vụ, giải pháp trọng tâm phát triển Chính phủ điện tử giai đoạn 2019 – 2020, định hướng đến 2025, Văn phòng Chính phủ đã chủ trì, phối hợp với các bộ, cơ quan liên quan xây dựng dự thảo Nghị quyết của Chính phủ về Hệ thống thông tin phục vụ họp và xử lý công việc của Chính phủ (sau đây gọi là Hệ thống e-Cabinet). Văn phòng Chính phủ kính trình Chính phủ như sau:'),
    heading(1, 'I. Sự cần thiết ban hành Nghị quyết'),
    ...paragraphs(
      'Mỗi năm Chính phủ tổ chức từ 12 đến 14 phiên họp, xem xét khoảng 150 nội dung; riêng năm 2017, Văn phòng Chính phủ đã gửi 169 phiếu lấy ý kiến thành viên Chính phủ. Hồ sơ được in, đóng quyển và chuyển bằng đường bưu chính hoặc giao trực tiếp, tốn nhiều thời gian và chi phí; tài liệu đến chậm, khó bảo đảm thời hạn nghiên cứu tối thiểu 05 ngày làm việc theo Quy chế làm việc của Chính phủ.',
      'Việc tổng hợp phiếu lấy ý kiến thực hiện thủ công, thành viên Chính phủ đi công tác không thể cho ý kiến kịp thời, nhiều nội dung phải chờ phiên họp thường kỳ mới được quyết định. Phiên bản tài liệu sau chỉnh lý có lúc chưa được cập nhật thống nhất đến người dự họp.',
      'Kinh nghiệm của các nước cho thấy việc đưa tài liệu lên hệ thống điện tử, cho ý kiến trước phiên họp và biểu quyết điện tử giúp rút ngắn đáng kể thời gian họp. Tại Ê-xtô-ni-a, sau khi áp dụng hệ thống tương tự, thời gian một phiên họp giảm từ 4 – 5 giờ xuống còn khoảng 30 phút.',
    ),
    heading(1, 'II. Quá trình xây dựng dự thảo'),
    ...paragraphs(
      'Văn phòng Chính phủ đã khảo sát hiện trạng tại các bộ, ngành; thử nghiệm nội bộ; gửi lấy ý kiến 24 bộ, cơ quan và 63 tỉnh, thành phố trực thuộc Trung ương. Đến ngày 10 tháng 6 năm 2019, tất cả các cơ quan được hỏi đã có văn bản trả lời, cơ bản nhất trí với sự cần thiết và nội dung dự thảo; các ý kiến góp ý cụ thể được tổng hợp, tiếp thu, giải trình trong báo cáo kèm theo.',
      'Bộ Tư pháp đã có Báo cáo thẩm định số 128/BC-BTP ngày 12 tháng 6 năm 2019, kết luận dự thảo đủ điều kiện trình Chính phủ sau khi chỉnh lý một số nội dung. Văn phòng Chính phủ đã tiếp thu đầy đủ các ý kiến này.',
    ),
    heading(1, 'III. Nội dung chủ yếu của dự thảo Nghị quyết'),
    paragraph('Dự thảo Nghị quyết gồm 10 điều, quy định các nội dung chính sau đây:'),
    list(
      'Tài liệu phiên họp được gửi và lưu giữ trên Hệ thống e-Cabinet, trừ tài liệu có nội dung bí mật nhà nước;',
      'Thành viên Chính phủ cho ý kiến trước phiên họp; những nội dung thống nhất cao không phải trình bày, thảo luận lại;',
      'Biểu quyết điện tử tại phiên họp và phiếu lấy ý kiến điện tử có giá trị như biểu quyết trực tiếp, phiếu giấy; thành viên vắng mặt được biểu quyết từ xa;',
      'Ý kiến của cơ quan, tổ chức, cá nhân được lưu vết đầy đủ, không sửa, không xóa;',
      'Trách nhiệm của các bộ, cơ quan trong chuẩn bị hồ sơ điện tử và bảo đảm an toàn thông tin.',
    ),
    table({
      caption: 'Bảng 1. Mục tiêu của Hệ thống e-Cabinet', head: ['TT', 'Chỉ tiêu', '2018', '2019', '2020'], widths: [1, 7, 2, 2, 2],
      rows: [
        ['1', 'Tỷ lệ tài liệu phiên họp ở dạng điện tử', '15%', '100%', '100%'],
        ['2', 'Giảm thời gian họp so với năm 2018', '–', '30%', '50%'],
        ['3', 'Tỷ lệ phiếu lấy ý kiến trả lời đúng hạn', '71%', '90%', '95%'],
        ['4', 'Số trang giấy in cho một phiên họp', '41.000', '4.000', '1.000'],
      ],
    }),
    heading(1, 'IV. Kiến nghị'),
    ...paragraphs(
      'Tài liệu đã được gửi đến các thành viên Chính phủ trên Hệ thống từ ngày 14 tháng 6 năm 2019 để nghiên cứu trước. Văn phòng Chính phủ kính đề nghị Chính phủ xem xét, biểu quyết thông qua dự thảo Nghị quyết tại phiên họp ngày 24 tháng 6 năm 2019.',
      'Văn phòng Chính phủ kính trình Chính phủ xem xét, quyết định.',
    ),
  ],
  signedBy: ['Bộ trưởng, Chủ nhiệm'],
  recipients: ['Như trên;', 'Thủ tướng, các Phó Thủ tướng (để báo cáo);', 'Các thành viên Chính phủ;', 'VPCP: các PCN, các Vụ, Cục;', 'Lưu: VT, KSTT (3).'],
};

const ARTICLES = [
  article(1, 'Phạm vi điều chỉnh và đối tượng áp dụng',
    'Nghị quyết này quy định việc xây dựng, quản lý, vận hành và sử dụng Hệ thống e-Cabinet để phục vụ các phiên họp của Chính phủ, lấy ý kiến thành viên Chính phủ và xử lý các công việc khác thuộc thẩm quyền của Chính phủ, Thủ tướng Chính phủ.',
    'Nghị quyết này áp dụng đối với thành viên Chính phủ, các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, Văn phòng Chính phủ và đại biểu được mời dự phiên họp Chính phủ.'),
  article(2, 'Nguyên tắc quản lý, sử dụng',
    'Tuân thủ Quy chế làm việc của Chính phủ, pháp luật về giao dịch điện tử, bảo vệ bí mật nhà nước, văn thư, lưu trữ và an toàn thông tin mạng.',
    'Mọi ý kiến, phiếu biểu quyết được xác thực đúng người, bảo đảm toàn vẹn và không thể chối bỏ.',
    'Tài liệu gốc được giữ nguyên vẹn; việc ghi chú của từng thành viên là riêng, không hiển thị với người khác trừ khi thành viên đó chia sẻ.',
    'Người không có quyền xem một tài liệu thì không biết được sự tồn tại của tài liệu đó trên Hệ thống.',
    'Bảo đảm Hệ thống hoạt động liên tục; khi có sự cố kỹ thuật thì chuyển sang biểu quyết bằng giơ tay hoặc phiếu giấy theo quyết định của người chủ trì phiên họp.'),
  article(3, 'Chuẩn bị và gửi tài liệu phiên họp',
    'Cơ quan chủ trì đề án gửi hồ sơ điện tử đã ký số đến Văn phòng Chính phủ để kiểm tra thể thức, tính đầy đủ của hồ sơ.',
    'Văn phòng Chính phủ phát hành tài liệu trên Hệ thống đến thành viên Chính phủ và đại biểu được mời trước ngày họp ít nhất 05 ngày làm việc; trường hợp gửi chậm phải được Thủ tướng Chính phủ đồng ý và được thể hiện rõ trên Hệ thống.',
    'Tài liệu đã phát hành không được sửa trực tiếp; mọi thay đổi được phát hành thành phiên bản mới kèm theo nội dung thay đổi.'),
  article(4, 'Cho ý kiến trước phiên họp',
    'Thành viên Chính phủ nghiên cứu tài liệu và cho ý kiến trên Hệ thống trước phiên họp: không có ý kiến khác, có ý kiến khác, hoặc đề nghị phát biểu.',
    'Văn phòng Chính phủ tổng hợp ý kiến, đề nghị cơ quan chủ trì tiếp thu, giải trình trước ngày họp.',
    'Nội dung mà tất cả thành viên không có ý kiến khác được đưa vào danh mục thông qua không thảo luận; bất kỳ thành viên nào cũng có quyền đề nghị đưa một nội dung ra khỏi danh mục trước khi biểu quyết.'),
  article(5, 'Tài liệu không đưa lên Hệ thống',
    'Tài liệu có nội dung thuộc danh mục bí mật nhà nước độ Mật, Tối mật, Tuyệt mật không được soạn thảo, lưu giữ, chuyển nhận trên Hệ thống e-Cabinet.',
    'Văn phòng Chính phủ lập sổ theo dõi bản giấy của tài liệu nói tại khoản 1 Điều này: số bản, người nhận, thời điểm giao và thời điểm thu hồi.'),
  article(6, 'Biểu quyết tại phiên họp',
    'Phiên họp chỉ được tiến hành khi có ít nhất hai phần ba tổng số thành viên Chính phủ tham dự; Hệ thống hiển thị số thành viên có mặt và số tối thiểu cần có.',
    'Người chủ trì phiên họp nêu vấn đề biểu quyết và mở biểu quyết trên Hệ thống. Danh sách thành viên có quyền biểu quyết được xác định tại thời điểm mở.',
    'Thành viên Chính phủ biểu quyết theo một trong các phương án: đồng ý, không đồng ý, ý kiến khác. Mỗi thành viên có một phiếu; người dự thay không có quyền biểu quyết.',
    'Thành viên Chính phủ vắng mặt được biểu quyết từ xa trong thời gian mở biểu quyết.',
    'Quyết nghị của Chính phủ được thông qua khi có quá nửa tổng số thành viên Chính phủ biểu quyết tán thành. Trường hợp ý kiến ngang nhau thì thực hiện theo ý kiến mà Thủ tướng Chính phủ đã biểu quyết.',
    'Kết quả chỉ hiển thị sau khi kết thúc biểu quyết. Phiếu biểu quyết điện tử có giá trị như biểu quyết trực tiếp tại phiên họp.'),
  article(7, 'Phiếu lấy ý kiến thành viên Chính phủ',
    'Đối với vấn đề cần quyết định giữa hai phiên họp, Văn phòng Chính phủ gửi phiếu lấy ý kiến điện tử trên Hệ thống; thời hạn trả lời được ghi trên phiếu và tính theo ngày làm việc.',
    'Thành viên Chính phủ trả lời đồng ý, không đồng ý hoặc có ý kiến khác đối với từng câu hỏi; phương án không đồng ý hoặc có ý kiến khác phải nêu rõ nội dung. Người giúp việc được chuẩn bị dự thảo, nhưng chỉ thành viên Chính phủ gửi phiếu trả lời.',
    'Hệ thống tự động nhắc trước khi hết thời hạn 01 ngày làm việc và khi quá hạn. Thành viên không trả lời trong thời hạn được ghi là chưa trả lời.',
    'Hết thời hạn, Văn phòng Chính phủ tổng hợp, báo cáo Thủ tướng Chính phủ quyết định hoặc đưa vào chương trình phiên họp gần nhất khi còn ý kiến khác nhau.'),
  article(8, 'An toàn thông tin và nhật ký Hệ thống',
    'Mọi truy cập, thao tác trên Hệ thống được ghi nhật ký tự động; nhật ký không được sửa, xóa và phục vụ công tác kiểm tra.',
    'Thành viên Chính phủ sử dụng chữ ký số, thiết bị được cấp; thông báo ngay cho Văn phòng Chính phủ khi thất lạc để khóa thiết bị, thu hồi quyền truy cập trong vòng 05 phút.',
    'Ban Cơ yếu Chính phủ chủ trì, phối hợp với Bộ Công an, Bộ Thông tin và Truyền thông kiểm tra, đánh giá an toàn thông tin trước khi vận hành và định kỳ hằng năm.'),
  article(9, 'Kinh phí thực hiện', 'Kinh phí xây dựng, vận hành Hệ thống e-Cabinet do ngân sách nhà nước bảo đảm, được bố trí trong dự toán hằng năm của Văn phòng Chính phủ và các bộ, cơ quan theo phân cấp hiện hành.'),
  article(10, 'Tổ chức thực hiện',
    'Văn phòng Chính phủ chủ trì quản lý, vận hành Hệ thống; ban hành quy chế sử dụng, tổ chức tập huấn; báo cáo Chính phủ kết quả thực hiện sau 06 tháng và hằng năm.',
    'Các bộ, cơ quan bố trí cán bộ đầu mối, chữ ký số và thiết bị cho thành viên Chính phủ; chịu trách nhiệm về nội dung, thể thức của tài liệu gửi trên Hệ thống.',
    'Bộ Thông tin và Truyền thông bảo đảm đường truyền số liệu chuyên dùng; Bộ Công an phối hợp giám sát an ninh mạng; Bộ Tài chính bố trí kinh phí; Bộ Nội vụ hướng dẫn nộp lưu hồ sơ điện tử của phiên họp.',
    'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương nghiên cứu, áp dụng mô hình phiên họp không giấy tờ phù hợp với điều kiện của địa phương, hoàn thành trước ngày 31 tháng 12 năm 2020.',
    'Nghị quyết này có hiệu lực kể từ ngày ký ban hành.'),
  paragraph('Các bộ trưởng, thủ trưởng cơ quan ngang bộ, thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương chịu trách nhiệm thi hành Nghị quyết này./.'),
];

/** The draft resolution that is voted on, five pages. */
export const DRAFT_RESOLUTION: SeedDocument = {
  key: '02-du-thao-nghi-quyet-e-cabinet', title: 'Dự thảo Nghị quyết về Hệ thống e-Cabinet', isDraft: true,
  issuer: 'Chính phủ', place: 'Hà Nội', date: '2019-06-14', type: 'NGHỊ QUYẾT', subject: `Về ${SUBJECT}`,
  grounds: [...GROUNDS, 'Trên cơ sở kết quả biểu quyết của các thành viên Chính phủ tại phiên họp ngày 24 tháng 6 năm 2019;', 'Theo đề nghị của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ,'],
  blocks: [heading(1, 'Quyết nghị:'), ...ARTICLES],
  signedBy: ['TM. Chính phủ', 'Thủ tướng'],
  recipients: ['Ban Bí thư Trung ương Đảng;', 'Thủ tướng, các Phó Thủ tướng Chính phủ;', 'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ;', 'HĐND, UBND các tỉnh, thành phố trực thuộc TW;', 'Văn phòng Quốc hội; Văn phòng Chủ tịch nước;', 'Lưu: VT, KSTT (2b).'],
};
