/** Hands a file that was made or fetched on this page to the browser's downloads. */
export function saveFile(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has begun to save it when the click returns; a moment later the address is no longer needed.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
