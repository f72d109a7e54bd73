import guests from './guests.json';
import meeting from './meeting.json';
import room from './room.json';

export default { guests, meeting, room };
