/** An account that can be given a seat. */
export interface AccountChoice { id: string; name: string; username: string }
