import journal from './journal.json';

export default { journal };
