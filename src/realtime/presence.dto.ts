/** Members of a session whose device is connected. */
export class PresenceDto {
  memberIds!: string[];
}
