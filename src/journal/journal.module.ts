import { Global, Module } from '@nestjs/common';
import { Journal } from './journal.js';
import { Sequencer } from './sequencer.js';

@Global()
@Module({ providers: [Sequencer, Journal], exports: [Journal, Sequencer] })
export class JournalModule {}
