const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Pieces of papers that were read on this page, so that they can be opened again while the network is away. In memory alone,
 * the oldest go first. Bytes are copied on their way in and out: pdf.js takes those it is given away to its worker.
 */
export class KeptPieces {
  private readonly pieces = new Map<string, Uint8Array>();
  private bytes = 0;

  constructor(private readonly size: number, private readonly most = MOST_BYTES) {}

  /** All bytes of neighbouring pieces, or null where one is missing. */
  read(url: string, first: number, after: number): Uint8Array | null {
    const parts: Uint8Array[] = [];
    for (let at = first; at < after; at += 1) {
      const piece = this.pieces.get(`${url}#${at}`);
      if (!piece) return null;
      parts.push(piece);
    }
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
    let offset = 0;
    for (const part of parts) {
      whole.set(part, offset);
      offset += part.byteLength;
    }
    return whole;
  }

  keep(url: string, first: number, bytes: Uint8Array): void {
    for (let offset = 0; offset < bytes.byteLength; offset += this.size) {
      const key = `${url}#${first + offset / this.size}`;
      this.drop(key);
      const piece = bytes.slice(offset, offset + this.size);
      this.pieces.set(key, piece);
      this.bytes += piece.byteLength;
    }
    for (const key of this.pieces.keys()) {
      if (this.bytes <= this.most) return;
      this.drop(key);
    }
  }

  forget(): void {
    this.pieces.clear();
    this.bytes = 0;
  }

  private drop(key: string): void {
    this.bytes -= this.pieces.get(key)?.byteLength ?? 0;
    this.pieces.delete(key);
  }
}
