export type Language = 'vi' | 'en';

/** What is checked. */
export type CheckKind =
  | 'format' | 'key' | 'checkpoints' | 'rows' | 'tree' | 'proofs' | 'openings' | 'shown'
  | 'ballots' | 'motionDecision' | 'motionRecord' | 'replies' | 'requestDecision' | 'requestRecord' | 'evidence' | 'restorations';

const FAILURES = {
  ballotDoubled: ['thành viên này đã bỏ phiếu và quy chế không cho đổi phiếu', 'this member has voted before, and the rule set allows no change'],
  choiceNotOffered: ['lựa chọn không có trong các phương án', 'this choice was not offered'],
  closedBeforeDue: ['đóng trước hạn khi chưa đủ trả lời', 'closed before the deadline with replies missing'],
  differs: ['khác nhau', 'not the same'],
  evidenceIncomplete: ['bằng chứng xác nhận thiếu thành phần', 'parts of the confirmation are missing'],
  evidenceMissing: ['thiếu bằng chứng xác nhận danh tính', 'the confirmation of the person is missing'],
  evidenceUnneeded: ['bằng chứng không thuộc phiếu nào, hoặc có hai lần', 'this confirmation belongs to no ballot or reply, or stands twice'],
  keyUnreadable: ['khoá không đọc được', 'the key cannot be read'],
  leafForm: ['dòng phải có đúng một trong hai: nội dung hoặc mã băm', 'a row must have its content or its hash, and only one of them'],
  memberDoubled: ['thành viên xuất hiện hai lần trong cùng một đối tượng', 'this member stands twice in one object'],
  missing: ['bị thiếu', 'is missing'],
  noCheckpoint: ['không phải điểm chốt', 'is no checkpoint'],
  notAdoptable: ['thông qua bằng văn bản khi kết quả kiểm phiếu chưa đạt, hoặc khi có ý kiến điều kiện hay đề nghị thảo luận', 'adopted in writing although a count did not adopt it, or somebody set a condition or asked to discuss it'],
  notAsked: ['người trả lời không nằm trong số được hỏi', 'who replied was not asked'],
  notCanonical: ['không phải JSON chuẩn hoá theo RFC 8785', 'is not canonical JSON (RFC 8785)'],
  notGrown: ['nhật ký không lớn lên', 'the log did not grow'],
  notInOrder: ['sai thứ tự hoặc bị lặp', 'out of order, or doubled'],
  notOnRoll: ['người bỏ phiếu không có trong danh sách biểu quyết', 'who voted is not on the roll'],
  notVerified: ['thiết bị không xác nhận có mặt và danh tính người dùng', 'the device did not verify the person'],
  openingMissing: ['thiếu nội dung riêng của dòng', 'the private content of this row is missing'],
  openingUnneeded: ['nội dung riêng không thuộc vụ việc nào được xuất', 'this private content belongs to nothing that is shown'],
  otherSite: ['xác nhận dành cho địa chỉ khác', 'the confirmation was made for another site'],
  passkeyRemoved: ['khoá truy cập đã bị gỡ trước đó', 'this passkey had been removed before'],
  passkeyUnknown: ['nhật ký không có việc đăng ký khoá truy cập này', 'the log knows no enrolment of this passkey'],
  receiptDoubled: ['mã xác nhận phiếu bị lặp', 'this receipt stands on two ballots'],
  recusedOnRoll: ['người không tham gia biểu quyết vẫn nằm trong danh sách', 'a recused member is on the roll'],
  recusedVoted: ['người không tham gia biểu quyết đã bỏ phiếu', 'a recused member voted'],
  replyDoubled: ['thành viên này đã trả lời trước đó', 'this member has replied before'],
  rowDoubled: ['có nhiều hơn một dòng loại này', 'there is more than one such row'],
  rowMissing: ['không có dòng loại này', 'there is no such row'],
  rowUnknown: ['loại dòng không biết', 'this kind of row is not known'],
  scopeForm: ['phạm vi không hợp lệ', 'the scope is not well formed'],
  signatureWrong: ['chữ ký sai hoặc thiếu', 'the signature is wrong or missing'],
  rollCallOff: ['phiếu do Văn phòng ghi nhưng biểu quyết không mở theo cách gọi tên', 'this ballot was entered by the office, and the vote is no roll-call'],
  selectionBad: ['phương án được chọn không hợp lệ', 'the options chosen are none that could be chosen'],
  textMissing: ['ý kiến khác không có nội dung', 'an other opinion has no text'],
  tooEarly: ['thời điểm sớm hơn mức có thể', 'the time is earlier than it can be'],
  tooLate: ['thời điểm muộn hơn mức cho phép', 'the time is later than allowed'],
  tooMany: ['nhiều hơn số thành viên', 'more than there are members'],
  twoChairs: ['có hai người chủ trì', 'there are two chairs'],
  unknownMember: ['thành viên lạ, không có trong định dạng', 'this member is not part of the format'],
  whilePaused: ['phiếu được ghi khi biểu quyết đang tạm dừng', 'the ballot was taken while the vote was paused'],
  wrongType: ['sai kiểu giá trị', 'a value of the wrong kind'],
} as const;

const WARNINGS = {
  dated: ['thời điểm của việc đã qua do lần nhập dữ liệu hoặc bản trình diễn đặt lại; nhật ký có ghi', 'the times of a past matter were set by an import or the demo; the log says so'],
  keyOwnWord: ['khoá của nhật ký là do chính tệp này nêu; hãy đối chiếu với khoá biết từ nguồn khác (--key)', 'the log’s key is the export’s own word; compare it with the key known from elsewhere (--key)'],
  notShown: ['người xuất tệp không được xem các trả lời: chỉ đối chiếu kết quả', 'the replies are not shown to this reader: only the result is compared'],
  otherPapers: ['khi ký, bộ tài liệu đã khác lúc mở biểu quyết hoặc gửi phiếu', 'when it was signed the papers were others than at the opening'],
  otherSignatures: ['có chữ ký của bên khác, không kiểm tra', 'there are signatures by others, which are not checked'],
  restored: ['nhật ký được khôi phục từ bản sao lưu (dòng, thời điểm, số dòng còn lại)', 'the log was restored from a backup (row, time, rows that were left)'],
} as const;

export type FailureCode = keyof typeof FAILURES;
export type WarningCode = keyof typeof WARNINGS;

/** `{done}`, `{of}` and `{compared}` are numbers of the check. */
const CHECKS: Record<CheckKind, readonly [string, string]> = {
  format: ['Định dạng: {compared} giá trị đúng kiểu, không có thành phần lạ', 'Format: {compared} values of the right kind, nothing unknown'],
  key: ['Khoá của nhật ký', 'Key of the log'],
  checkpoints: ['Điểm chốt: {of} điểm có chữ ký đúng, nhật ký chỉ lớn lên, đến {done} dòng', 'Checkpoints: {of} rightly signed, the log only grew, up to {done} rows'],
  rows: ['Dòng: {of} dòng đủ và đúng thứ tự, đọc được nội dung {done} dòng', 'Rows: {of} complete and in order, {done} with their content'],
  tree: ['Cây băm: khớp gốc của {done}/{of} điểm chốt', 'Tree: the roots of {done} of {of} checkpoints match'],
  proofs: ['Bằng chứng: {done}/{of} dòng dẫn đến gốc của điểm chốt', 'Proofs: {done} of {of} rows lead to the root of the checkpoint'],
  openings: ['Nội dung riêng: {done}/{of} khớp mã băm trong dòng', 'Private contents: {done} of {of} match the hash in their row'],
  shown: ['Vụ việc đã quyết định: {done} biểu quyết, {of} phiếu lấy ý kiến, đủ như nhật ký nêu', 'Decided matters: {done} votes, {of} written requests, all that the log names'],
  ballots: ['Phiếu biểu quyết: {done}/{of} người trong danh sách đã bỏ phiếu, mỗi phiếu khớp dòng của nó', 'Ballots: {done} of {of} on the roll voted, each ballot matches its row'],
  motionDecision: ['Kết quả biểu quyết tính lại từ phiếu', 'Outcome of the vote, counted anew from the ballots'],
  motionRecord: ['Cơ sở dữ liệu khớp nhật ký: {compared} so sánh', 'The database agrees with the log: {compared} comparisons'],
  replies: ['Phiếu trả lời: {done}/{of} người được hỏi đã trả lời trong hạn, mỗi phiếu khớp dòng của nó', 'Replies: {done} of {of} asked replied in time, each reply matches its row'],
  requestDecision: ['Kết quả lấy ý kiến tính lại từ phiếu trả lời', 'Outcome of the request, counted anew from the replies'],
  requestRecord: ['Cơ sở dữ liệu khớp nhật ký: {compared} so sánh', 'The database agrees with the log: {compared} comparisons'],
  evidence: ['Xác nhận danh tính: {of} bằng chứng cho {done} phiếu', 'Confirmations: {of} for {done} ballots and replies'],
  restorations: ['Khôi phục từ bản sao lưu: {done} lần', 'Restored from a backup: {done} times'],
};

const WORDS = {
  pass: ['ĐẠT', 'PASS'], fail: ['SAI', 'FAIL'], warning: ['Lưu ý', 'Note'], more: ['và {n} lỗi khác', 'and {n} more'],
  expected: ['cần', 'expected'], found: ['thấy', 'found'],
  allPassed: ['Kết luận: tất cả {n} mục đều đạt.', 'Conclusion: all {n} checks passed.'], someFailed: ['Kết luận: {n} mục SAI.', 'Conclusion: {n} checks FAILED.'],
  notRun: ['Các mục khác không kiểm tra được vì tệp sai định dạng.', 'The other checks could not be run: the file is not in the format.'],
  unreadable: ['Không đọc được tệp {file}: {reason}', 'The file {file} cannot be read: {reason}'],
  noExport: ['{file} không phải tệp xuất của e-Cabinet (ecabinet-export, phiên bản 1).', '{file} is no export of e-Cabinet (ecabinet-export, version 1).'],
  needed: ['cần {needed}/{base}', '{needed} of {base} needed'],
  agree: ['{n} đồng ý', '{n} agreed'], disagree: ['{n} không đồng ý', '{n} disagreed'], otherOpinion: ['{n} ý kiến khác', '{n} other opinions'], abstain: ['{n} không biểu quyết', '{n} abstained'],
  notVoted: ['{n} không bỏ phiếu', '{n} did not vote'], recused: ['{n} không tham gia do xung đột lợi ích', '{n} recused'], deemed: ['{n} coi như đồng ý', '{n} deemed to agree'], notAnswered: ['{n} không trả lời', '{n} did not reply'],
  adopted: ['thông qua', 'adopted'], rejected: ['không thông qua', 'rejected'], undecided: ['chưa quyết định được', 'undecided'], byChair: ['theo ý kiến người chủ trì khi số phiếu ngang nhau', 'by the chair’s vote on a tie'],
  help: [
    'Kiểm tra ngoại tuyến tệp xuất của e-Cabinet, không cần mạng hay cơ sở dữ liệu.\n\n  npx ecabinet verify <tệp> [--key <khoá>] [--lang vi|en] [--json]\n\n  --key   khoá của nhật ký, biết từ nguồn khác (dòng vkey, ví dụ do trang Nhật ký hệ thống nêu)\n  --lang  ngôn ngữ (mặc định theo LANG, nếu không thì vi)\n  --json  kết quả dạng JSON\n\nMã thoát: 0 tất cả đạt, 1 có mục sai, 2 không đọc được tệp hoặc không phải tệp xuất.\n',
    'Checks an export of e-Cabinet offline: no network, no database.\n\n  npx ecabinet verify <file> [--key <vkey>] [--lang vi|en] [--json]\n\n  --key   the log’s key, known from elsewhere (the vkey, as the journal page shows it)\n  --lang  language (by LANG, else vi)\n  --json  the report as JSON\n\nExit code: 0 all passed, 1 a check failed, 2 the file cannot be read or is no export.\n',
  ],
} as const;

export type Word = keyof typeof WORDS;

const at = (language: Language): 0 | 1 => (language === 'vi' ? 0 : 1);

function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const failureText = (code: FailureCode, language: Language): string => FAILURES[code][at(language)];
export const warningText = (code: WarningCode, language: Language): string => WARNINGS[code][at(language)];
export const checkText = (kind: CheckKind, language: Language, values: Record<string, string | number>): string => filled(CHECKS[kind][at(language)], values);
export const word = (name: Word, language: Language, values: Record<string, string | number> = {}): string => filled(WORDS[name][at(language)], values);
