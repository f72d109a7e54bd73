import offline from './offline.json';

export default { offline };
