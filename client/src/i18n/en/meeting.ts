import meeting from './meeting.json';

export default { meeting };
