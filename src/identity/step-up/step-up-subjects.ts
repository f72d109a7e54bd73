import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/transactor.js';
import type { Act } from '../domain/statement.js';
import type { SignedIn } from '../session-reader.js';

/** What is put to the person, as the feature it belongs to says. */
export interface StepUpSubject {
  bodyId: string;
  memberId: string;
  questions: { id: string; text: string }[];
  /** SHA-256 of the released papers. */
  papers: string[];
  /** SHA-256 of the files that go with a reply; left out where nothing can go with it. */
  files?: string[];
}

type Load = (tx: Tx, actor: SignedIn, id: string) => Promise<StepUpSubject>;

/** A hook: voting and opinions, which lie above, say what is signed; they refuse who may not. */
@Injectable()
export class StepUpSubjects {
  private readonly loaders = new Map<Act, Load>();

  register(act: Act, load: Load): void {
    this.loaders.set(act, load);
  }

  load(tx: Tx, actor: SignedIn, wanted: { act: Act; id: string }): Promise<StepUpSubject> {
    const load = this.loaders.get(wanted.act);
    if (!load) throw new Error(`nobody says what a ${wanted.act} is`);
    return load(tx, actor, wanted.id);
  }
}
