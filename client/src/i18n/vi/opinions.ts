import opinions from './opinions.json';

export default { opinions };
