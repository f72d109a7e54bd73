import type { PageTexts, Rect } from '../notes/page-text';
import { rectsOf } from '../notes/page-text';
import { languageOf, type Sentence, sentencesOf, spokenWords } from './sentences';
import { say, speech, voiceFor } from './voice';

/** The sentence that is read, where it stands. */
export interface Spoken { page: number; rects: readonly Rect[] }

export interface AloudState {
  phase: 'starting' | 'reading' | 'paused' | 'noVoice.vi' | 'noVoice.en' | 'none' | 'noText' | 'end' | 'failed';
  page: number;
  spoken: Spoken | null;
}

/** Pages in a row without words, after which there are none. */
const EMPTY_MOST = 20;

/** Reads a paper from a page on, sentence after sentence, until it is stopped. */
export class ReadingAloud {
  private state: AloudState;
  private readonly heard = new Set<() => void>();
  private sentences: readonly Sentence[] = [];
  private text = '';
  private at = 0;
  /** What was begun before a pause, a step or the end says nothing any more. */
  private turn = 0;

  constructor(private readonly texts: PageTexts, page: number) {
    this.state = { phase: 'starting', page, spoken: null };
  }

  readonly get = (): AloudState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.heard.add(listener);
    return () => this.heard.delete(listener);
  };

  async start(): Promise<void> {
    if (speech() === null) return this.tell({ phase: 'none' });
    if (await this.open(this.state.page, 1)) await this.read();
  }

  pause(): void {
    this.hush();
    this.tell({ phase: 'paused' });
  }

  async resume(): Promise<void> {
    await this.read();
  }

  async step(by: 1 | -1): Promise<void> {
    this.hush();
    const wasReading = this.state.phase === 'reading';
    const next = this.at + by;
    if (next >= 0 && next < this.sentences.length) this.at = next;
    else if (!(await this.open(this.state.page + by, by))) return;
    this.mark();
    if (wasReading) await this.read();
    else this.tell({ phase: 'paused' });
  }

  stop(): void {
    this.hush();
  }

  private hush(): void {
    this.turn += 1;
    speech()?.cancel();
  }

  /** The first page with words from here on; false where there is none. */
  private async open(from: number, by: 1 | -1): Promise<boolean> {
    const turn = this.turn;
    for (let page = from, empty = 0; page >= 1 && page <= this.texts.paper.numPages && empty < EMPTY_MOST; page += by, empty += 1) {
      const { text } = await this.texts.read(page).catch(() => ({ text: '' }));
      if (turn !== this.turn) return false;
      const sentences = sentencesOf(text);
      if (sentences.length === 0) continue;
      Object.assign(this, { text, sentences, at: by === 1 ? 0 : sentences.length - 1 });
      this.tell({ page });
      return true;
    }
    this.tell({ phase: from > this.texts.paper.numPages ? 'end' : by === -1 ? 'paused' : 'noText', spoken: null });
    return false;
  }

  private async read(): Promise<void> {
    const turn = (this.turn += 1);
    const synthesis = speech();
    while (synthesis && turn === this.turn) {
      const sentence = this.sentences[this.at];
      if (!sentence) return;
      const language = languageOf(this.text);
      const voice = await voiceFor(synthesis, language);
      if (turn !== this.turn) return;
      if (voice === null) return this.tell({ phase: `noVoice.${language}`, spoken: null });
      this.mark();
      this.tell({ phase: 'reading' });
      const heard = await say(synthesis, spokenWords(this.text.slice(sentence.start, sentence.end)), voice);
      if (turn !== this.turn) return;
      if (heard !== 'ended') return this.tell({ phase: 'failed' });
      this.at += 1;
      if (this.at >= this.sentences.length && !(await this.open(this.state.page + 1, 1))) return;
    }
  }

  private mark(): void {
    const sentence = this.sentences[this.at];
    const { page } = this.state;
    if (!sentence) return;
    void this.texts.read(page).then((text) => {
      if (this.state.page === page && this.sentences[this.at] === sentence) this.tell({ spoken: { page, rects: rectsOf(text, sentence.start, sentence.end) } });
      // A page that cannot be read has no words to mark.
    }, () => undefined);
  }

  private tell(news: Partial<AloudState>): void {
    this.state = { ...this.state, ...news };
    for (const listener of this.heard) listener();
  }
}
