import { CONSULTED_OFFICES, decimal, figure, PROVINCES } from './offices.js';
import { heading, paragraph, type SeedBlock, type SeedDocument, table } from './seed-document.js';

/** Departments of a People's Committee, for the province's own papers. */
const DEPARTMENTS: [name: string, field: string][] = [
  ['Sở Nội vụ', 'tổ chức bộ máy, cải cách hành chính'], ['Sở Tư pháp', 'văn bản quy phạm, hộ tịch'], ['Sở Tài chính', 'ngân sách địa phương'], ['Sở Kế hoạch và Đầu tư', 'đầu tư công, doanh nghiệp'],
  ['Sở Công Thương', 'công nghiệp, thương mại'], ['Sở Nông nghiệp và Phát triển nông thôn', 'nông nghiệp, thủy lợi'], ['Sở Giao thông vận tải', 'hạ tầng giao thông'], ['Sở Xây dựng', 'quy hoạch, nhà ở'],
  ['Sở Tài nguyên và Môi trường', 'đất đai, môi trường'], ['Sở Thông tin và Truyền thông', 'hạ tầng số, an toàn thông tin'], ['Sở Lao động – Thương binh và Xã hội', 'việc làm, bảo trợ xã hội'],
  ['Sở Văn hóa, Thể thao và Du lịch', 'văn hóa, du lịch'], ['Sở Khoa học và Công nghệ', 'nghiên cứu, ứng dụng'], ['Sở Giáo dục và Đào tạo', 'trường lớp, đội ngũ'], ['Sở Y tế', 'khám chữa bệnh, dự phòng'], ['Thanh tra tỉnh', 'thanh tra, tiếp công dân'],
];

function tasksOf(document: SeedDocument, offices: readonly [name: string, field: string][]): SeedBlock[] {
  return [
    heading(1, 'Phân công thực hiện'),
    paragraph('Cơ quan chủ trì đề nghị các đơn vị thực hiện nhiệm vụ theo bảng dưới đây, gửi kết quả về cơ quan chủ trì trước ngày 25 hằng tháng để tổng hợp, báo cáo.'),
    table({
      caption: 'Bảng phân công nhiệm vụ', head: ['TT', 'Cơ quan', 'Nội dung', 'Thời hạn'], widths: [1, 5, 7, 3],
      rows: offices.map(([name, field], index) => [String(index + 1), name, `Rà soát, tổ chức thực hiện phần việc thuộc lĩnh vực ${field}; báo cáo khó khăn, vướng mắc và kiến nghị`, `${String(figure(`${document.key} ${name}`, 7, 12)).padStart(2, '0')}/2019`]),
    }),
  ];
}

function provincesOf(document: SeedDocument): SeedBlock[] {
  return [
    heading(1, 'Số liệu theo địa phương'),
    paragraph('Số liệu do các tỉnh, thành phố trực thuộc trung ương báo cáo, cơ quan chủ trì tổng hợp đến ngày ký văn bản; tỷ lệ tính trên kế hoạch năm 2019.'),
    table({
      caption: 'Bảng tổng hợp kết quả thực hiện theo địa phương', head: ['TT', 'Địa phương', 'Kế hoạch (%)', 'Thực hiện (%)', 'Cùng kỳ (%)'], widths: [1, 5, 3, 3, 3],
      rows: PROVINCES.map((name, index) => [String(index + 1), name, decimal(`${document.key} ${name} kế hoạch`, 46, 58), decimal(`${document.key} ${name} thực hiện`, 38, 61), decimal(`${document.key} ${name} cùng kỳ`, 35, 56)]),
    }),
  ];
}

/** A short paper with what its readers ask for next: figures of every province and who does what. */
export function withDetails(document: SeedDocument): SeedDocument {
  const offices = CONSULTED_OFFICES.map(({ name, field }): [string, string] => [name, field]);
  return { ...document, blocks: [...document.blocks, ...provincesOf(document), ...tasksOf(document, offices)] };
}

/** The same for a paper of a province: its departments alone. */
export function withDepartments(document: SeedDocument): SeedDocument {
  return { ...document, blocks: [...document.blocks, ...tasksOf(document, DEPARTMENTS)] };
}
