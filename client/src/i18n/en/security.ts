import security from './security.json';

export default { security };
