const NAME = 'e-cabinet-pack';

/** Windows of one browser change what is kept one after the other. */
export const oneAtATime = <T>(act: () => Promise<T>): Promise<T> => navigator.locks.request(NAME, act) as Promise<T>;
