import preparing from './preparing.json';

export default { preparing };
