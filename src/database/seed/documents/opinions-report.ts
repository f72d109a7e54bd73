import { CONSULTED_OFFICES, type ConsultedOffice, decimal, figure, PROVINCES, thousands } from './offices.js';
import { chart, heading, list, pageBreak, paragraph, paragraphs, type SeedBlock, type SeedDocument, table } from './seed-document.js';

/** Provinces with an annex page of their own; with the text before them the report has exactly forty pages. */
const SURVEYED = 25;

/** How the questionnaire of the Government Office put it; one way of telling it for each turn. */
const TELLINGS: ((office: ConsultedOffice) => string)[] = [
  (o) => `Tại Công văn số ${o.reply}, ${o.name} thống nhất với sự cần thiết ban hành Nghị quyết. Từ yêu cầu quản lý nhà nước về ${o.field}, cơ quan này ${o.opinion}.`,
  (o) => `${o.name} (Công văn số ${o.reply}) cơ bản nhất trí với bố cục và nội dung của dự thảo. Về nội dung cụ thể gắn với lĩnh vực ${o.field}, cơ quan này ${o.opinion}.`,
  (o) => `Sau khi lấy ý kiến các đơn vị trực thuộc, ${o.name} có Công văn số ${o.reply} tán thành dự thảo. Liên quan đến công tác ${o.field}, văn bản trả lời ${o.opinion}.`,
];

const READINESS: ((office: ConsultedOffice) => string)[] = [
  (o) => `Về điều kiện triển khai, ${o.name} cho biết đã cấp chữ ký số cho ${figure(`${o.name} ký số`, 62, 100)}% lãnh đạo cấp vụ trở lên; ${figure(`${o.name} văn bản`, 55, 98)}% văn bản đi của cơ quan được gửi dưới dạng điện tử trong 5 tháng đầu năm 2019. Cơ quan đã cử ${figure(`${o.name} đầu mối`, 2, 5)} chuyên viên đầu mối tham gia tập huấn.`,
  (o) => `Kết quả khảo sát cho thấy trong năm 2018, ${o.name} đã trình Chính phủ ${figure(`${o.name} hồ sơ`, 3, 14)} hồ sơ, với tổng số khoảng ${thousands(figure(`${o.name} trang`, 900, 4800))} trang; bình quân mỗi hồ sơ được chỉnh lý ${decimal(`${o.name} lần`, 2, 4)} lần trước khi ban hành. Nếu chuyển hoàn toàn sang tài liệu điện tử, cơ quan ước tính giảm được ${figure(`${o.name} chi phí`, 60, 420)} triệu đồng chi phí in ấn mỗi năm.`,
  (o) => `Trong năm 2018, ${o.name} nhận ${figure(`${o.name} phiếu`, 140, 169)} phiếu lấy ý kiến thành viên Chính phủ, trả lời đúng hạn ${figure(`${o.name} đúng hạn`, 61, 93)}%. Nguyên nhân trả lời chậm chủ yếu do hồ sơ giấy đến muộn và lãnh đạo đi công tác; cả hai nguyên nhân này đều được khắc phục khi trả lời trên Hệ thống.`,
];

const POLICIES: { name: string; problem: string; options: string[]; effects: string[] }[] = [
  {
    name: 'Tài liệu phiên họp điện tử',
    problem: 'Tài liệu giấy đến chậm, khó tra cứu, nhiều phiên bản cùng lưu hành. Trung bình mỗi phiên họp thường kỳ phát hành 45 bộ tài liệu, mỗi bộ từ 800 đến 1.200 trang; khi có bản thay thế, bộ phận phục vụ phải thu hồi và phát lại trong thời gian rất ngắn.',
    options: ['Giữ nguyên tài liệu giấy, gửi kèm tệp qua thư điện tử công vụ;', 'Phát hành trên Hệ thống e-Cabinet, có quản lý phiên bản và xác nhận đã đọc (phương án lựa chọn).'],
    effects: ['Về kinh tế: giảm khoảng 4,9 tỷ đồng mỗi năm chi phí in, đóng quyển, vận chuyển của Văn phòng Chính phủ và các bộ.', 'Về xã hội: các thành viên Chính phủ chủ động nghiên cứu ở mọi nơi; đại biểu chỉ nhận tài liệu của nội dung được mời.', 'Về thủ tục: giảm số bản hồ sơ cơ quan chủ trì phải nộp từ 45 bản xuống 01 bản lưu.'],
  },
  {
    name: 'Cho ý kiến trước phiên họp',
    problem: 'Thời gian họp dành cho trình bày lại nội dung đã có trong hồ sơ chiếm khoảng 40%. Nhiều nội dung đã thống nhất cao vẫn phải trình bày đầy đủ, trong khi nội dung còn ý kiến khác nhau không đủ thời gian thảo luận.',
    options: ['Giữ quy trình hiện hành, rút ngắn thời gian trình bày;', 'Thành viên cho ý kiến trước trên Hệ thống; nội dung không có ý kiến khác được thông qua theo danh mục (phương án lựa chọn).'],
    effects: ['Về kinh tế: tiết kiệm bình quân 2,5 giờ làm việc của toàn thể thành viên và đại biểu cho mỗi phiên họp.', 'Về chất lượng quyết định: cơ quan chủ trì có thời gian tiếp thu, giải trình bằng văn bản trước ngày họp.', 'Về minh bạch: ý kiến của từng thành viên được lưu cùng hồ sơ, thuận tiện cho việc tra cứu về sau.'],
  },
  {
    name: 'Biểu quyết điện tử và biểu quyết từ xa',
    problem: 'Biểu quyết bằng giơ tay không lưu được dấu vết của từng thành viên; thành viên vắng mặt không tham gia quyết định dù đã nghiên cứu hồ sơ. Trong năm 2018, bình quân mỗi phiên họp có 4,2 thành viên vắng mặt do đi công tác.',
    options: ['Biểu quyết bằng thiết bị chuyên dụng tại phòng họp;', 'Biểu quyết trên Hệ thống bằng máy tính bảng hoặc điện thoại, xác thực bằng chữ ký số, cho phép từ xa trong thời gian mở phiếu (phương án lựa chọn).'],
    effects: ['Về kinh tế: không phải đầu tư thiết bị bấm nút cố định tại từng phòng họp.', 'Về pháp lý: phiếu điện tử có giá trị như biểu quyết trực tiếp, danh sách người có quyền biểu quyết được chốt khi mở phiếu.', 'Về an toàn: mỗi phiếu được ghi nhận một lần, có mã xác nhận; gửi lại do mất kết nối không làm tăng số phiếu.'],
  },
  {
    name: 'Phiếu lấy ý kiến điện tử',
    problem: 'Phiếu giấy mất trung bình 13 ngày để thu đủ, việc đôn đốc thực hiện qua điện thoại, tổng hợp thủ công dễ sai sót. Có 22% số phiếu phải gửi lại vì thất lạc hoặc thiếu chữ ký.',
    options: ['Tiếp tục dùng phiếu giấy, quét gửi qua trục liên thông;', 'Gửi và trả lời phiếu trên Hệ thống, tự động nhắc và tổng hợp (phương án lựa chọn).'],
    effects: ['Về kinh tế: rút ngắn thời gian ban hành quyết định trung bình 8 ngày.', 'Về xã hội: chính sách đến với người dân, doanh nghiệp sớm hơn.', 'Về quản lý: biết ngay cơ quan nào chưa trả lời, lý do và số ngày quá hạn.'],
  },
  {
    name: 'Theo dõi nhiệm vụ sau phiên họp',
    problem: 'Kết luận phiên họp được giao bằng văn bản giấy, việc nhập vào hệ thống theo dõi nhiệm vụ chậm trung bình 6 ngày; 9% nhiệm vụ không được nhập đủ thời hạn và cơ quan phối hợp.',
    options: ['Nhập thủ công như hiện nay, quy định thời hạn nhập;', 'Nhiệm vụ được tạo từ kết luận của từng nội dung và liên thông với hệ thống theo dõi nhiệm vụ (phương án lựa chọn).'],
    effects: ['Về kinh tế: giảm nhân lực nhập liệu tương đương 6 vị trí việc làm tại các bộ.', 'Về hiệu lực: cơ quan được giao biết nhiệm vụ trong ngày họp.', 'Về giám sát: tỷ lệ hoàn thành được thống kê theo từng phiên họp.'],
  },
];

function officeBlocks(): SeedBlock[] {
  return CONSULTED_OFFICES.flatMap((office, index) => [
    heading(3, `${index + 1}. ${office.name}`),
    paragraph(TELLINGS[index % TELLINGS.length]?.(office) ?? ''),
    paragraph(READINESS[index % READINESS.length]?.(office) ?? ''),
    paragraph(`Ý kiến của cơ quan chủ trì: ${office.answer}.`),
  ]);
}

function policyBlocks(): SeedBlock[] {
  return POLICIES.flatMap((policy, index) => [
    heading(2, `Chính sách ${index + 1}. ${policy.name}`),
    heading(3, 'a) Xác định vấn đề bất cập'), paragraph(policy.problem),
    heading(3, 'b) Các phương án'), list(...policy.options),
    heading(3, 'c) Đánh giá tác động của phương án lựa chọn'), ...policy.effects.map(paragraph),
  ]);
}

function provinceRows(): string[][] {
  return PROVINCES.map((name, index) => [
    String(index + 1), name, `${figure(`${name} ký số`, 48, 100)}%`, `${figure(`${name} văn bản`, 51, 97)}%`, `${figure(`${name} trực tuyến`, 6, 38)}`,
    figure(`${name} nhất trí`, 0, 9) > 1 ? 'Nhất trí' : 'Nhất trí, có góp ý',
  ]);
}

const CRITERIA = [
  'Đường truyền số liệu chuyên dùng cấp II', 'Phòng họp trực tuyến đạt chuẩn', 'Chữ ký số của lãnh đạo Ủy ban nhân dân', 'Máy tính bảng phục vụ họp',
  'Chuyên viên đầu mối đã tập huấn', 'Quy chế sử dụng tài liệu điện tử', 'Liên thông văn bản đến cấp xã', 'Phương án dự phòng khi mất kết nối', 'Đánh giá an toàn thông tin theo cấp độ', 'Kinh phí bố trí trong dự toán năm 2019',
];

function provincePage(name: string, index: number): SeedBlock[] {
  const score = (criterion: string): number => figure(`${name} ${criterion}`, 4, 10);
  const total = CRITERIA.reduce((sum, criterion) => sum + score(criterion), 0);
  const weakest = CRITERIA.reduce((least, criterion) => (score(criterion) < score(least) ? criterion : least));
  return [
    pageBreak,
    heading(1, `Phụ lục ${index + 2}. Kết quả khảo sát tại ${name}`),
    paragraph(`Đoàn khảo sát của Văn phòng Chính phủ đã làm việc với Ủy ban nhân dân ${name} trong tháng 5 năm 2019, kiểm tra thực tế tại phòng họp của Ủy ban nhân dân và ${figure(`${name} sở`, 3, 6)} sở, ngành. Kết quả chấm điểm theo thang 10 được nêu tại bảng dưới đây; tổng điểm đạt ${total}/100.`),
    table({
      caption: `Mức độ sẵn sàng của ${name}`, head: ['TT', 'Tiêu chí', 'Điểm', 'Nhận xét'], widths: [1, 7, 2, 5],
      rows: CRITERIA.map((criterion, row) => [String(row + 1), criterion, String(score(criterion)), score(criterion) >= 8 ? 'Sẵn sàng' : score(criterion) >= 6 ? 'Cần hoàn thiện' : 'Cần đầu tư']),
    }),
    paragraph(`Nội dung cần tập trung khắc phục trước tiên là "${weakest.charAt(0).toLowerCase()}${weakest.slice(1)}". Ủy ban nhân dân ${name} cam kết hoàn thành trước quý ${total > 70 ? 'IV năm 2019' : 'II năm 2020'} và đề nghị được tham gia ${total > 72 ? 'giai đoạn thí điểm' : 'giai đoạn mở rộng'} của lộ trình triển khai.`),
  ];
}

/** The long report of the file: opinions received and how each was answered, exactly forty pages. */
export const OPINIONS_REPORT: SeedDocument = {
  key: '04-bao-cao-tong-hop-y-kien', title: 'Báo cáo tổng hợp, tiếp thu, giải trình ý kiến và đánh giá tác động', issuer: 'Văn phòng Chính phủ', number: '5413/BC-VPCP', place: 'Hà Nội', date: '2019-06-14',
  type: 'BÁO CÁO', subject: 'Tổng hợp, tiếp thu, giải trình ý kiến và đánh giá tác động của dự thảo Nghị quyết về Hệ thống e-Cabinet', addressee: 'Chính phủ',
  blocks: [
    paragraph('Văn phòng Chính phủ báo cáo Chính phủ kết quả lấy ý kiến, tiếp thu, giải trình ý kiến của các bộ, cơ quan, địa phương và kết quả đánh giá tác động của dự thảo Nghị quyết về Hệ thống thông tin phục vụ họp và xử lý công việc của Chính phủ (e-Cabinet) như sau:'),
    heading(1, 'I. Tình hình lấy ý kiến'),
    ...paragraphs(
      'Ngày 06 tháng 5 năm 2019, Văn phòng Chính phủ có Công văn số 3812/VPCP-KSTT gửi dự thảo Nghị quyết lấy ý kiến 24 bộ, cơ quan và 63 tỉnh, thành phố trực thuộc Trung ương. Đến hết ngày 10 tháng 6 năm 2019, tất cả 87 cơ quan đã có văn bản trả lời.',
      'Trong tổng số 87 cơ quan, có 85 cơ quan nhất trí với sự cần thiết và phạm vi của Nghị quyết; 02 cơ quan nhất trí nhưng đề nghị thí điểm trước khi áp dụng chính thức. Có 162 ý kiến cụ thể đối với các điều, khoản; Văn phòng Chính phủ tiếp thu 141 ý kiến, tiếp thu một phần 12 ý kiến và giải trình 09 ý kiến.',
    ),
    chart({ caption: 'Hình 1. Ý kiến theo nhóm nội dung', unit: 'ý kiến', bars: [['Gửi tài liệu, phiên bản', 37], ['Biểu quyết điện tử', 34], ['An toàn thông tin', 29], ['Phiếu lấy ý kiến', 24], ['Kinh phí, thiết bị', 21], ['Tập huấn, tổ chức', 17]].map(([label, value]) => ({ label: String(label), value: Number(value) })) }),
    heading(1, 'II. Ý kiến của các bộ, cơ quan'),
    ...officeBlocks(),
    heading(1, 'III. Ý kiến của các địa phương'),
    ...paragraphs(
      'Các địa phương đánh giá cao việc Chính phủ đi đầu trong đổi mới phương thức làm việc. Phần lớn ý kiến tập trung vào thời điểm áp dụng tại địa phương, yêu cầu kết nối và hỗ trợ kinh phí cho các tỉnh miền núi. Kết quả trả lời và mức độ sẵn sàng của 63 tỉnh, thành phố được nêu tại Bảng 1.',
      'Một số địa phương đã tự triển khai phòng họp không giấy tờ từ năm 2016 và đề nghị được kết nối, không phải thay thế hệ thống đang sử dụng. Văn phòng Chính phủ tiếp thu theo hướng công bố chuẩn kết nối mở để các hệ thống của địa phương trao đổi giấy mời, tài liệu và kết quả với Hệ thống e-Cabinet.',
    ),
    table({ caption: 'Bảng 1. Mức độ sẵn sàng và kết quả trả lời của các địa phương', head: ['TT', 'Địa phương', 'Chữ ký số', 'Văn bản điện tử', 'Phiên họp trực tuyến 2018', 'Ý kiến'], widths: [1, 4, 2, 2, 3, 4], rows: provinceRows() }),
    heading(1, 'IV. Đánh giá tác động của chính sách'),
    paragraph('Việc đánh giá tác động được thực hiện đối với năm nhóm chính sách của dự thảo Nghị quyết, dựa trên số liệu khảo sát tại các bộ, cơ quan từ tháng 01 năm 2018 đến tháng 4 năm 2019 và kinh nghiệm của các nước đã triển khai.'),
    ...policyBlocks(),
    heading(1, 'V. Lộ trình và tổ chức triển khai'),
    table({
      caption: 'Bảng 2. Lộ trình triển khai Hệ thống e-Cabinet', head: ['TT', 'Nội dung', 'Chủ trì', 'Thời hạn'], widths: [1, 8, 4, 3],
      rows: [
        ['1', 'Khai trương Hệ thống, biểu quyết Nghị quyết đầu tiên', 'VPCP', '24/6/2019'], ['2', 'Kết nối hệ thống theo dõi nhiệm vụ', 'VPCP', 'Quý III/2019'],
        ['3', 'Kết nối hệ thống thông tin báo cáo quốc gia', 'VPCP, Bộ KHĐT', 'Quý IV/2019'], ['4', 'Đánh giá an toàn thông tin định kỳ', 'Ban Cơ yếu', 'Hằng năm'],
        ['5', 'Thí điểm tại 05 địa phương', 'UBND cấp tỉnh', 'Quý I/2020'], ['6', 'Mở rộng tới 63 tỉnh, thành phố', 'UBND cấp tỉnh', '31/12/2020'],
      ],
    }),
    ...paragraphs(
      'Trong 06 tháng đầu vận hành, tài liệu giấy vẫn được chuẩn bị với số lượng tối thiểu để dự phòng; sau thời gian này chỉ in theo yêu cầu. Văn phòng Chính phủ bố trí bộ phận hỗ trợ kỹ thuật trực tại phòng họp trong toàn bộ thời gian diễn ra phiên họp.',
      'Việc tập huấn được tổ chức thành ba nhóm: thành viên Chính phủ và người giúp việc; chuyên viên đầu mối của bộ, cơ quan; cán bộ vận hành. Tài liệu hướng dẫn không quá hai trang cho mỗi nhóm việc và được đặt ngay trên Hệ thống.',
      'Văn phòng Chính phủ kính báo cáo Chính phủ xem xét, quyết định.',
    ),
    ...PROVINCES.slice(0, SURVEYED).flatMap(provincePage),
  ],
  signedBy: ['Bộ trưởng, Chủ nhiệm'],
  recipients: ['Như trên;', 'Thủ tướng, các Phó Thủ tướng (để báo cáo);', 'Các bộ, cơ quan có ý kiến;', 'UBND các tỉnh, thành phố trực thuộc TW;', 'Lưu: VT, KSTT.'],
};
