interface Aging { contactAt: number; latestAt: number; keepMs: number }

/** Whether what is kept has been without news from the server for too long. A clock that was turned back makes nothing younger than it has been. */
export const isTooOld = ({ contactAt, latestAt, keepMs }: Aging, now: number): boolean => Math.max(now, latestAt) > contactAt + keepMs;
