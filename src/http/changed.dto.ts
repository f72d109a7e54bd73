/** What a command changed: read it again where its page is. */
export class ChangedDto {
  id!: string;
}
