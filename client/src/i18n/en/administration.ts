import administration from './administration.json';
import bodies from './bodies.json';
import notifications from './notifications.json';

export default { administration, bodies, notifications };
