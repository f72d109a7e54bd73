import after from './after.json';
import guests from './guests.json';
import meeting from './meeting.json';
import room from './room.json';
import sites from './sites.json';

export default { after, guests, meeting, room, sites };
