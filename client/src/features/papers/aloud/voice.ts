/** The device's own voices; null where the browser has none. */
export function speech(): SpeechSynthesis | null {
  return 'speechSynthesis' in window ? window.speechSynthesis : null;
}

const VOICES_MS = 1500;

/** A voice of the language: browsers tell their voices a moment after the first question. */
export async function voiceFor(synthesis: SpeechSynthesis, language: 'vi' | 'en'): Promise<SpeechSynthesisVoice | null> {
  const find = () => {
    const voices = synthesis.getVoices().filter(({ lang }) => lang.toLowerCase().replace('_', '-').split('-')[0] === language);
    return voices.find(({ localService }) => localService) ?? voices[0] ?? null;
  };
  const known = find();
  if (known !== null || synthesis.getVoices().length > 0) return known;
  await new Promise<void>((done) => {
    synthesis.addEventListener('voiceschanged', () => done(), { once: true });
    window.setTimeout(done, VOICES_MS);
  });
  return find();
}

export type Heard = 'ended' | 'stopped' | 'failed';

/** Says one sentence. */
export function say(synthesis: SpeechSynthesis, words: string, voice: SpeechSynthesisVoice): Promise<Heard> {
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.addEventListener('end', () => done('ended'), { once: true });
    utterance.addEventListener('error', ({ error }) => done(error === 'canceled' || error === 'interrupted' ? 'stopped' : 'failed'), { once: true });
    synthesis.speak(utterance);
  });
}
