import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { Environment } from '../config/environment.js';
import { CheckpointsService } from './checkpoints.service.js';
import { Journal } from './journal.js';
import { LogTree } from './log-tree.js';
import { Sequencer } from './sequencer.js';
import { CheckpointSigner, KeyFileSigner } from './signing/checkpoint-signer.js';
import { SocketSigner } from './signing/socket-signer.js';

/** The key process where one is set, else the key file. */
function signerOf({ ECABINET_SIGNER_SOCKET: socket, ECABINET_LOG_KEY_FILE: file, ECABINET_DATA_DIR: folder }: Environment): CheckpointSigner {
  return socket === undefined ? new KeyFileSigner(file ?? join(folder ?? '.data', 'keys', 'log.key')) : new SocketSigner(socket);
}

@Global()
@Module({
  providers: [Sequencer, Journal, LogTree, CheckpointsService, { provide: CheckpointSigner, inject: [Environment], useFactory: signerOf }],
  exports: [Journal, Sequencer, LogTree, CheckpointsService],
})
export class JournalModule {}
