import notes from './notes.json';
import reading from './reading.json';

export default { notes, reading };
