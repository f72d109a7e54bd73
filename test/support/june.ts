import type { Cabinet } from './cabinet.js';
import type { Person, Schema } from './person.js';

/** Usernames of the six who were absent on 24 June 2019; all others of the 27 were in the room. */
export const ABSENT = ['pho-thu-tuong-ngoai-giao', 'bo-truong-quoc-phong', 'bo-truong-cong-thuong', 'bo-truong-tai-nguyen', 'bo-truong-van-hoa', 'bo-truong-y-te'];

export const IN_ROOM = [
  'thu-tuong', 'pho-thu-tuong-thuong-truc', 'pho-thu-tuong-kinh-te-tong-hop', 'pho-thu-tuong-kinh-te-nganh', 'pho-thu-tuong-khoa-giao', 'bo-truong-cong-an', 'bo-truong-noi-vu',
  'bo-truong-tu-phap', 'bo-truong-ke-hoach-dau-tu', 'bo-truong-tai-chinh', 'bo-truong-nong-nghiep', 'bo-truong-giao-thong', 'bo-truong-xay-dung', 'bo-truong-thong-tin', 'bo-truong-lao-dong',
  'bo-truong-khoa-hoc', 'bo-truong-giao-duc', 'chu-nhiem-dan-toc', 'thong-doc', 'tong-thanh-tra', 'chu-nhiem-van-phong',
];

/** The session of 24 June 2019 as one person sees it. */
export async function juneSession(person: Person): Promise<Schema['SessionDto']> {
  const { sessions } = await person.get<Schema['SessionsDto']>(`/bodies/${person.bodyId}/sessions`);
  const june = sessions.find((session) => session.title.includes('24/6/2019'));
  if (!june) throw new Error('the demo has no session of 24 June 2019');
  return person.get<Schema['SessionDto']>(`/sessions/${june.id}`);
}

/** Checks the 21 in and opens the session; gives its id and the prepared motion of the first item. */
export async function openJune(cabinet: Cabinet): Promise<{ sessionId: string; itemId: string; motionId: string; secretary: Person; chair: Person }> {
  const secretary = await cabinet.person('thu-ky');
  const chair = await cabinet.person('thu-tuong');
  const june = await juneSession(secretary);
  const usernames = await cabinet.rows<{ username: string; id: string }>('select a.username, m.id from member m join account a on a.id = m.account_id');
  const memberIds = usernames.filter((row) => IN_ROOM.includes(row.username)).map((row) => row.id);
  for (const memberId of memberIds) await secretary.do('POST', `/sessions/${june.id}/attendance`, { memberId, act: 'checkIn', mode: 'room' });
  await chair.do('POST', `/sessions/${june.id}/acts`, { act: 'open' });
  const item = june.items[0];
  const motion = item?.motions[0];
  if (!item || !motion) throw new Error('the demo has no prepared motion');
  return { sessionId: june.id, itemId: item.id, motionId: motion.id, secretary, chair };
}
