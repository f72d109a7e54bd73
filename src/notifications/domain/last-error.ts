const LONGEST = 200;

/** What another server said, for who keeps the system running: without addresses, numbers of telephones or anything long. */
export function withoutAddresses(said: string): string {
  return said
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…')
    .replace(/https?:\/\/\S+/gi, '…')
    .replace(/(\+\d|\b0\d)[\d\s().-]{5,}\d|\b\d{7,}\b/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
