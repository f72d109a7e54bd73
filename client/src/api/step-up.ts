import type { Proof, StepUpEntry, StepUpStatement } from './contract';
import { http } from './http';
import { answerPasskey } from './passkey';

/** What is to be signed before casting or sending. */
export const askStatement = (entry: StepUpEntry) => http.post<StepUpStatement>('/step-up/statement', entry);

/** The device asks the person, and signs the statement's hash. */
export async function signByPasskey({ statementId, options }: StepUpStatement): Promise<Proof> {
  const assertion = (await answerPasskey(options ?? {})) as NonNullable<Proof['assertion']>;
  return { kind: 'passkey', statementId, assertion };
}
