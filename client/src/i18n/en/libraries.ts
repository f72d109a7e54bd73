import libraries from './libraries.json';

export default { libraries };
