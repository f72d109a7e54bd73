import opinionFigures from './opinion-figures.json';
import opinions from './opinions.json';

export default { opinionFigures, opinions };
