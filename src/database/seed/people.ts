/** A demo seat: office in both languages, never a person's name. `absent`: not in the room on 24 June 2019. */
export interface SeedSeat {
  username: string;
  title: string;
  titleEn: string;
  organisation: string;
  substitute?: string;
}

const seat = (username: string, title: string, titleEn: string, organisation: string, substitute?: string): SeedSeat => ({ username, title, titleEn, organisation, substitute });

/** The Government as of June 2019: 27 members in protocol order. (product/rules.md §6; offices as of the XIV term) */
export const GOVERNMENT_SEATS: SeedSeat[] = [
  seat('thu-tuong', 'Thủ tướng Chính phủ', 'Prime Minister', 'Chính phủ'),
  seat('pho-thu-tuong-thuong-truc', 'Phó Thủ tướng Thường trực Chính phủ', 'Permanent Deputy Prime Minister', 'Chính phủ'),
  seat('pho-thu-tuong-ngoai-giao', 'Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao', 'Deputy Prime Minister, Minister of Foreign Affairs', 'Bộ Ngoại giao', 'Thứ trưởng Bộ Ngoại giao'),
  seat('pho-thu-tuong-kinh-te-tong-hop', 'Phó Thủ tướng Chính phủ (kinh tế tổng hợp)', 'Deputy Prime Minister (general economy)', 'Chính phủ'),
  seat('pho-thu-tuong-kinh-te-nganh', 'Phó Thủ tướng Chính phủ (kinh tế ngành)', 'Deputy Prime Minister (sector economy)', 'Chính phủ'),
  seat('pho-thu-tuong-khoa-giao', 'Phó Thủ tướng Chính phủ (khoa giáo – văn xã)', 'Deputy Prime Minister (science, education, society)', 'Chính phủ'),
  seat('bo-truong-quoc-phong', 'Bộ trưởng Bộ Quốc phòng', 'Minister of National Defence', 'Bộ Quốc phòng', 'Thứ trưởng Bộ Quốc phòng'),
  seat('bo-truong-cong-an', 'Bộ trưởng Bộ Công an', 'Minister of Public Security', 'Bộ Công an'),
  seat('bo-truong-noi-vu', 'Bộ trưởng Bộ Nội vụ', 'Minister of Home Affairs', 'Bộ Nội vụ'),
  seat('bo-truong-tu-phap', 'Bộ trưởng Bộ Tư pháp', 'Minister of Justice', 'Bộ Tư pháp'),
  seat('bo-truong-ke-hoach-dau-tu', 'Bộ trưởng Bộ Kế hoạch và Đầu tư', 'Minister of Planning and Investment', 'Bộ Kế hoạch và Đầu tư'),
  seat('bo-truong-tai-chinh', 'Bộ trưởng Bộ Tài chính', 'Minister of Finance', 'Bộ Tài chính'),
  seat('bo-truong-cong-thuong', 'Bộ trưởng Bộ Công Thương', 'Minister of Industry and Trade', 'Bộ Công Thương', 'Thứ trưởng Bộ Công Thương'),
  seat('bo-truong-nong-nghiep', 'Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn', 'Minister of Agriculture and Rural Development', 'Bộ Nông nghiệp và Phát triển nông thôn'),
  seat('bo-truong-giao-thong', 'Bộ trưởng Bộ Giao thông vận tải', 'Minister of Transport', 'Bộ Giao thông vận tải'),
  seat('bo-truong-xay-dung', 'Bộ trưởng Bộ Xây dựng', 'Minister of Construction', 'Bộ Xây dựng'),
  seat('bo-truong-tai-nguyen', 'Bộ trưởng Bộ Tài nguyên và Môi trường', 'Minister of Natural Resources and Environment', 'Bộ Tài nguyên và Môi trường', 'Thứ trưởng Bộ Tài nguyên và Môi trường'),
  seat('bo-truong-thong-tin', 'Bộ trưởng Bộ Thông tin và Truyền thông', 'Minister of Information and Communications', 'Bộ Thông tin và Truyền thông'),
  seat('bo-truong-lao-dong', 'Bộ trưởng Bộ Lao động – Thương binh và Xã hội', 'Minister of Labour, Invalids and Social Affairs', 'Bộ Lao động – Thương binh và Xã hội'),
  seat('bo-truong-van-hoa', 'Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch', 'Minister of Culture, Sports and Tourism', 'Bộ Văn hóa, Thể thao và Du lịch', 'Thứ trưởng Bộ Văn hóa, Thể thao và Du lịch'),
  seat('bo-truong-khoa-hoc', 'Bộ trưởng Bộ Khoa học và Công nghệ', 'Minister of Science and Technology', 'Bộ Khoa học và Công nghệ'),
  seat('bo-truong-giao-duc', 'Bộ trưởng Bộ Giáo dục và Đào tạo', 'Minister of Education and Training', 'Bộ Giáo dục và Đào tạo'),
  seat('bo-truong-y-te', 'Bộ trưởng Bộ Y tế', 'Minister of Health', 'Bộ Y tế', 'Thứ trưởng Bộ Y tế'),
  seat('chu-nhiem-dan-toc', 'Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc', 'Minister, Chairman of the Committee for Ethnic Affairs', 'Ủy ban Dân tộc'),
  seat('thong-doc', 'Thống đốc Ngân hàng Nhà nước Việt Nam', 'Governor of the State Bank', 'Ngân hàng Nhà nước Việt Nam'),
  seat('tong-thanh-tra', 'Tổng Thanh tra Chính phủ', 'Inspector-General of the Government', 'Thanh tra Chính phủ'),
  seat('chu-nhiem-van-phong', 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ', 'Minister, Chairman of the Government Office', 'Văn phòng Chính phủ'),
];

/** A People's Committee of a province: a second body, apart from the first. */
export const COMMITTEE_SEATS: SeedSeat[] = [
  seat('ubnd-chu-tich', 'Chủ tịch Ủy ban nhân dân tỉnh', 'Chairman of the People’s Committee', 'UBND tỉnh'),
  seat('ubnd-pho-chu-tich-thuong-truc', 'Phó Chủ tịch Thường trực', 'Permanent Vice Chairman', 'UBND tỉnh'),
  seat('ubnd-pho-chu-tich-kinh-te', 'Phó Chủ tịch (kinh tế)', 'Vice Chairman (economy)', 'UBND tỉnh'),
  seat('ubnd-pho-chu-tich-van-xa', 'Phó Chủ tịch (văn hóa – xã hội)', 'Vice Chairman (culture and society)', 'UBND tỉnh'),
  seat('ubnd-so-noi-vu', 'Giám đốc Sở Nội vụ', 'Director of Home Affairs', 'Sở Nội vụ'),
  seat('ubnd-so-tai-chinh', 'Giám đốc Sở Tài chính', 'Director of Finance', 'Sở Tài chính'),
  seat('ubnd-so-ke-hoach', 'Giám đốc Sở Kế hoạch và Đầu tư', 'Director of Planning and Investment', 'Sở Kế hoạch và Đầu tư'),
  seat('ubnd-so-xay-dung', 'Giám đốc Sở Xây dựng', 'Director of Construction', 'Sở Xây dựng'),
  seat('ubnd-so-tai-nguyen', 'Giám đốc Sở Tài nguyên và Môi trường', 'Director of Natural Resources and Environment', 'Sở Tài nguyên và Môi trường'),
  seat('ubnd-chanh-van-phong', 'Chánh Văn phòng Ủy ban nhân dân tỉnh', 'Chief of Office', 'Văn phòng UBND tỉnh'),
];

/** People of other offices who come to the session of 24 June 2019: two of the six substitutes, and one invitee. */
export const GUESTS = [
  { username: 'du-thay-ngoai-giao', name: 'Thứ trưởng Bộ Ngoại giao', nameEn: 'Deputy Minister of Foreign Affairs', for: 'pho-thu-tuong-ngoai-giao' },
  { username: 'du-thay-y-te', name: 'Thứ trưởng Bộ Y tế', nameEn: 'Deputy Minister of Health', for: 'bo-truong-y-te' },
  { username: 'moi-bo-cong-thuong', name: 'Vụ trưởng Vụ Kế hoạch, Bộ Công Thương', nameEn: 'Director of Planning, Ministry of Industry and Trade', for: null },
] as const;

/** Who submits dossiers to the Government, and for which organisation. */
export const SPONSORS = [
  { username: 'trinh-ke-hoach-dau-tu', name: 'Vụ Tổng hợp kinh tế quốc dân, Bộ Kế hoạch và Đầu tư', nameEn: 'National Economic Issues Department, Ministry of Planning and Investment', organisation: 'Bộ Kế hoạch và Đầu tư' },
  { username: 'trinh-tai-chinh', name: 'Vụ Ngân sách nhà nước, Bộ Tài chính', nameEn: 'State Budget Department, Ministry of Finance', organisation: 'Bộ Tài chính' },
] as const;

/** People without a seat: role, name, body. */
export const STAFF = [
  { username: 'thu-ky', name: 'Vụ Tổng hợp, Văn phòng Chính phủ', nameEn: 'General Affairs Department, Government Office', role: 'secretariat', body: 'government' },
  { username: 'chuyen-vien', name: 'Chuyên viên Vụ Tổng hợp', nameEn: 'Desk officer, General Affairs', role: 'officer', body: 'government' },
  { username: 'van-thu', name: 'Văn thư Văn phòng Chính phủ', nameEn: 'Records clerk, Government Office', role: 'clerk', body: 'government' },
  { username: 'giup-viec', name: 'Trợ lý Bộ trưởng Bộ Y tế', nameEn: 'Assistant to the Minister of Health', role: 'assistant', body: 'government' },
  { username: 'kiem-tra', name: 'Vụ Giám sát, kiểm tra', nameEn: 'Supervision and Audit Department', role: 'auditor', body: 'government' },
  { username: 'ubnd-thu-ky', name: 'Phòng Tổng hợp, Văn phòng UBND tỉnh', nameEn: 'General Affairs, Office of the People’s Committee', role: 'secretariat', body: 'committee' },
] as const;
