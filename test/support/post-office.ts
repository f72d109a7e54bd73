import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail that was taken. */
export interface TakenMail {
  to: string;
  messageId: string;
  text: string;
}

/** A real mail server: it keeps what it takes. */
export class PostOffice {
  readonly mails: TakenMail[] = [];
  /** Answers the next hand-overs by these, for example 451; then takes again. */
  readonly refusals: { code: number; says: string }[] = [];
  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<PostOffice> {
    const server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true,
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const refusal = office.refusals.shift();
          if (refusal) return done(Object.assign(new Error(refusal.says), { responseCode: refusal.code }));
          const text = Buffer.concat(parts).toString('utf8');
          office.mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId: /^Message-ID: <(.+)>/im.exec(text)?.[1] ?? '', text });
          done();
        });
      },
    });
    // A killed sender leaves its connections behind.
    server.on('error', () => undefined);
    const office = new PostOffice(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
    return office;
  }

  get settings(): Record<string, string> {
    const { port } = this.server.server.address() as AddressInfo;
    return { ECABINET_SMTP_URL: `smtp://127.0.0.1:${port}`, ECABINET_MAIL_FROM: 'e-Cabinet <no-reply@cabinet.example>' };
  }

  to(address: string): TakenMail[] {
    return this.mails.filter((mail) => mail.to === address);
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}
