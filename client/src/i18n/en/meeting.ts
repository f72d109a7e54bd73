import meeting from './meeting.json';
import room from './room.json';

export default { meeting, room };
