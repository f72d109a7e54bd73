import guests from './guests.json';
import meeting from './meeting.json';

export default { guests, meeting };
