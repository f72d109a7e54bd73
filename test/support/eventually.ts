/** At once, beside the sweep that ends sockets once a minute where nothing else did. */
export const AT_ONCE_MS = 15_000;

/** Asks again until the check holds, at most so long (less than the minute a test has); then fails with the check's own words. */
export async function eventually<T>(check: () => T | Promise<T>, withinMs = 45_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
