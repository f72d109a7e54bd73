import search from './search.json';

export default { search };
