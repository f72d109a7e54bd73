/** An office that was asked for its opinion, what it said and how that was answered. */
export interface ConsultedOffice {
  name: string;
  /** Number of its reply. */
  reply: string;
  field: string;
  opinion: string;
  answer: string;
}

const office = (name: string, reply: string, field: string, opinion: string, answer: string): ConsultedOffice => ({ name, reply, field, opinion, answer });

/** Ministries and offices at ministerial level, and agencies under the Government (2016–2021 term). */
export const CONSULTED_OFFICES: ConsultedOffice[] = [
  office('Bộ Quốc phòng', '5871/BQP-VP', 'quốc phòng', 'đề nghị quy định rõ tài liệu thuộc bí mật nhà nước không được cập nhật, lưu giữ trên Hệ thống e-Cabinet và giữ nguyên quy trình gửi tài liệu mật bằng bản giấy', 'Tiếp thu; khoản 3 Điều 5 dự thảo Nghị quyết đã nêu rõ tài liệu có độ Mật trở lên không đưa lên Hệ thống, việc giao nhận thực hiện theo pháp luật về bảo vệ bí mật nhà nước'),
  office('Bộ Công an', '2034/BCA-V03', 'an ninh, trật tự', 'đề nghị bổ sung yêu cầu kiểm tra, đánh giá an toàn thông tin trước khi vận hành chính thức và giám sát an ninh mạng liên tục 24/7', 'Tiếp thu; Điều 8 giao Ban Cơ yếu Chính phủ và cơ quan chuyên trách kiểm tra, đánh giá an toàn thông tin trước ngày khai trương và định kỳ hằng năm'),
  office('Bộ Ngoại giao', '2217/BNG-VP', 'đối ngoại', 'đề nghị cho phép thành viên Chính phủ đang công tác ở nước ngoài biểu quyết từ xa, có biện pháp xác thực phù hợp với chênh lệch múi giờ', 'Tiếp thu; thành viên Chính phủ vắng mặt được biểu quyết từ xa trong thời gian mở phiếu, sau khi xác thực bằng chữ ký số trên thiết bị di động'),
  office('Bộ Nội vụ', '2865/BNV-VTLT', 'tổ chức nhà nước, văn thư và lưu trữ', 'đề nghị làm rõ giá trị pháp lý của phiếu biểu quyết điện tử và việc lưu trữ hồ sơ điện tử của phiên họp', 'Tiếp thu; Điều 6 quy định phiếu biểu quyết điện tử có giá trị như phiếu giấy, hồ sơ phiên họp được nộp lưu theo pháp luật về lưu trữ'),
  office('Bộ Tư pháp', '2198/BTP-PLHSHC', 'xây dựng pháp luật', 'đề nghị rà soát để thống nhất với Quy chế làm việc của Chính phủ ban hành kèm theo Nghị định số 138/2016/NĐ-CP, nhất là các mốc thời gian gửi hồ sơ', 'Tiếp thu; các mốc thời gian được dẫn chiếu tới Quy chế làm việc, không đặt ra quy định khác'),
  office('Bộ Kế hoạch và Đầu tư', '4260/BKHĐT-VP', 'đầu tư, quy hoạch, thống kê', 'đề nghị kết nối Hệ thống e-Cabinet với hệ thống thông tin báo cáo quốc gia để số liệu kinh tế – xã hội được trình bày trực tiếp tại phiên họp', 'Tiếp thu; bổ sung nội dung kết nối hệ thống thông tin báo cáo vào giai đoạn 2 của lộ trình triển khai'),
  office('Bộ Tài chính', '7125/BTC-HCSN', 'ngân sách nhà nước', 'đề nghị xác định nguồn kinh phí vận hành hằng năm trong dự toán của Văn phòng Chính phủ, không phát sinh chương mục mới', 'Tiếp thu; Điều 9 quy định kinh phí do ngân sách nhà nước bảo đảm theo phân cấp hiện hành'),
  office('Bộ Công Thương', '4377/BCT-VP', 'công nghiệp và thương mại', 'nhất trí với dự thảo; đề nghị bổ sung chức năng theo dõi kết quả thực hiện nhiệm vụ được giao sau phiên họp', 'Tiếp thu; nhiệm vụ giao tại phiên họp được liên thông với hệ thống theo dõi nhiệm vụ của Văn phòng Chính phủ'),
  office('Bộ Nông nghiệp và Phát triển nông thôn', '4402/BNN-VP', 'nông nghiệp, nông thôn', 'đề nghị có phương án họp trực tuyến với địa phương khi xảy ra thiên tai, dịch bệnh khẩn cấp', 'Tiếp thu; Hệ thống hỗ trợ phiên họp đột xuất với thời hạn gửi tài liệu rút ngắn và thành phần mời là địa phương liên quan'),
  office('Bộ Giao thông vận tải', '5589/BGTVT-VP', 'giao thông vận tải', 'đề nghị hỗ trợ hiển thị bản đồ, bản vẽ khổ lớn trong hồ sơ dự án và cho phép phóng to trên máy tính bảng', 'Tiếp thu; yêu cầu kỹ thuật của phân hệ đọc tài liệu đã bổ sung khả năng phóng to và đọc từng phần của tệp dung lượng lớn'),
  office('Bộ Xây dựng', '1463/BXD-VP', 'xây dựng, đô thị', 'đề nghị quy định mẫu tóm tắt hồ sơ không quá 06 trang đối với hồ sơ dài để thành viên Chính phủ thuận tiện nghiên cứu', 'Tiếp thu một phần; dự thảo khuyến khích có bản tóm tắt, mức trang cụ thể sẽ xem xét khi sửa Quy chế làm việc'),
  office('Bộ Tài nguyên và Môi trường', '2951/BTNMT-VP', 'tài nguyên, môi trường', 'đề nghị tính toán lượng giấy tiết kiệm được và công bố hằng năm như một chỉ tiêu về môi trường', 'Tiếp thu; báo cáo hằng năm của Văn phòng Chính phủ có chỉ tiêu về lượng giấy in cắt giảm'),
  office('Bộ Thông tin và Truyền thông', '1987/BTTTT-THH', 'thông tin và truyền thông', 'đề nghị tuân thủ Khung kiến trúc Chính phủ điện tử Việt Nam và sử dụng trục liên thông văn bản quốc gia', 'Tiếp thu; Hệ thống dùng mã định danh cơ quan và trục liên thông văn bản quốc gia, không xây dựng trục riêng'),
  office('Bộ Lao động – Thương binh và Xã hội', '2476/LĐTBXH-VP', 'lao động, xã hội', 'đề nghị bảo đảm giao diện thuận tiện cho người có thị lực kém, cỡ chữ điều chỉnh được', 'Tiếp thu; bổ sung yêu cầu về khả năng tiếp cận, cỡ chữ và độ tương phản vào tiêu chuẩn kỹ thuật'),
  office('Bộ Văn hóa, Thể thao và Du lịch', '2310/BVHTTDL-VP', 'văn hóa, thể thao, du lịch', 'nhất trí với dự thảo và đề nghị có chương trình truyền thông về việc đổi mới phương thức làm việc', 'Tiếp thu; giao Văn phòng Chính phủ phối hợp cơ quan báo chí truyền thông trước ngày khai trương'),
  office('Bộ Khoa học và Công nghệ', '1779/BKHCN-VP', 'khoa học và công nghệ', 'đề nghị ưu tiên giải pháp trong nước, định dạng tài liệu mở và khả năng mở rộng theo chiều ngang', 'Tiếp thu; yêu cầu kỹ thuật quy định định dạng mở và kiến trúc có khả năng mở rộng'),
  office('Bộ Giáo dục và Đào tạo', '2641/BGDĐT-VP', 'giáo dục và đào tạo', 'đề nghị có tài liệu hướng dẫn ngắn gọn, tập huấn cho chuyên viên đầu mối của các bộ trước ít nhất 02 tuần', 'Tiếp thu; kế hoạch tập huấn được tổ chức thành 03 đợt trong tháng 6 năm 2019'),
  office('Bộ Y tế', '3320/BYT-VPB', 'y tế', 'đề nghị quy định cơ chế lấy ý kiến khẩn cấp trong thời hạn dưới 24 giờ khi có dịch bệnh nguy hiểm', 'Giải trình: thời hạn lấy ý kiến thực hiện theo Quy chế làm việc; trường hợp khẩn cấp do Thủ tướng Chính phủ quyết định'),
  office('Ngân hàng Nhà nước Việt Nam', '4466/NHNN-VP', 'tiền tệ, ngân hàng', 'đề nghị tài liệu có tác động tới thị trường chỉ mở cho thành viên Chính phủ trong thời gian nhất định và không cho tải về', 'Tiếp thu; Hệ thống cho phép phân quyền theo từng tài liệu và thu hồi khi cần thiết'),
  office('Ủy ban Dân tộc', '812/UBDT-VP', 'công tác dân tộc', 'nhất trí với dự thảo; đề nghị quan tâm hạ tầng mạng của các địa phương miền núi khi mở rộng', 'Tiếp thu; lộ trình mở rộng căn cứ mức độ sẵn sàng của từng địa phương nêu tại Phụ lục'),
  office('Thanh tra Chính phủ', '1005/TTCP-VP', 'thanh tra, tiếp công dân', 'đề nghị nhật ký Hệ thống không thể sửa, xóa và phục vụ được công tác kiểm tra', 'Tiếp thu; Điều 7 quy định nhật ký được ghi tự động, không sửa, không xóa'),
  office('Đài Truyền hình Việt Nam', '618/THVN-VP', 'truyền hình', 'đề nghị thống nhất quy trình đưa tin về kết quả biểu quyết sau khi được công bố', 'Tiếp thu; kết quả chỉ được công bố sau khi người chủ trì kết luận'),
  office('Thông tấn xã Việt Nam', '402/TTX-VP', 'thông tấn', 'nhất trí hoàn toàn với nội dung dự thảo Nghị quyết', 'Không có nội dung phải giải trình'),
  office('Bảo hiểm xã hội Việt Nam', '2188/BHXH-VP', 'bảo hiểm xã hội', 'đề nghị chia sẻ kinh nghiệm về ký số tập trung đã triển khai trong Ngành với 25.000 chữ ký số', 'Tiếp thu; Văn phòng Chính phủ sẽ phối hợp nghiên cứu mô hình ký số tập trung'),
];

/** Provinces and centrally run cities (2019). */
export const PROVINCES = [
  'Hà Nội', 'Thành phố Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'An Giang', 'Bà Rịa – Vũng Tàu', 'Bắc Giang', 'Bắc Kạn', 'Bạc Liêu', 'Bắc Ninh',
  'Bến Tre', 'Bình Định', 'Bình Dương', 'Bình Phước', 'Bình Thuận', 'Cà Mau', 'Cao Bằng', 'Đắk Lắk', 'Đắk Nông', 'Điện Biên', 'Đồng Nai', 'Đồng Tháp', 'Gia Lai',
  'Hà Giang', 'Hà Nam', 'Hà Tĩnh', 'Hải Dương', 'Hậu Giang', 'Hòa Bình', 'Hưng Yên', 'Khánh Hòa', 'Kiên Giang', 'Kon Tum', 'Lai Châu', 'Lâm Đồng', 'Lạng Sơn',
  'Lào Cai', 'Long An', 'Nam Định', 'Nghệ An', 'Ninh Bình', 'Ninh Thuận', 'Phú Thọ', 'Phú Yên', 'Quảng Bình', 'Quảng Nam', 'Quảng Ngãi', 'Quảng Ninh', 'Quảng Trị',
  'Sóc Trăng', 'Sơn La', 'Tây Ninh', 'Thái Bình', 'Thái Nguyên', 'Thanh Hóa', 'Thừa Thiên Huế', 'Tiền Giang', 'Trà Vinh', 'Tuyên Quang', 'Vĩnh Long', 'Vĩnh Phúc', 'Yên Bái',
] as const;

/** A number that looks measured, the same every time. @param key what is measured @param least @param most both included */
export function figure(key: string, least: number, most: number): number {
  let state = 2166136261;
  for (const letter of key) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  // The last letters would otherwise move the result too little.
  state = Math.imul(state ^ (state >>> 15), 2246822519) >>> 0;
  return least + ((state ^ (state >>> 13)) >>> 0) % (most - least + 1);
}

/** A figure with one decimal, written the Vietnamese way. */
export function decimal(key: string, least: number, most: number): string {
  return (figure(key, least * 10, most * 10) / 10).toFixed(1).replace('.', ',');
}

/** Thousands parted by points, as written in Vietnam. */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
