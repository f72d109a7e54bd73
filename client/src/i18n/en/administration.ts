import administration from './administration.json';
import bodies from './bodies.json';

export default { administration, bodies };
