// Loaded before the server: SIGUSR2 puts its clock one hour ahead, and back. The database's clock is another one.
const HOUR = 3_600_000;
const Real = Date;
let ahead = 0;
process.on('SIGUSR2', () => { ahead = ahead === 0 ? HOUR : 0; });
globalThis.Date = class Date extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + ahead);
    else super(...parts);
  }

  static now() {
    return Real.now() + ahead;
  }
};
