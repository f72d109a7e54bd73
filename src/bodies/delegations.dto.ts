import { IsUUID, Matches } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export class DelegateDto {
  @IsUUID()
  memberId!: string;

  /** First day. */
  @Matches(DATE)
  fromDate!: string;

  /** Last day. */
  @Matches(DATE)
  untilDate!: string;
}

export class DelegationDto {
  id!: string;
  memberId!: string;
  name!: string;
  nameEn!: string | null;
  fromDate!: string;
  untilDate!: string;
}

export class DelegationsCanDto {
  /** Only who holds the chair's seat. */
  delegate!: boolean;
}

export class DelegationsDto {
  delegations!: DelegationDto[];
  can!: DelegationsCanDto;
}
