import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OfflineDevice } from '../../identity/devices/offline-device.entity.js';
import { PaperVersion } from '../paper.entity.js';

/** That a device holds a version for reading without a network. */
@Entity('taken_copy')
export class TakenCopy {
  @PrimaryColumn('uuid')
  deviceId!: string;

  @ManyToOne(() => OfflineDevice, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'device_id' })
  device?: OfflineDevice;

  @Index()
  @PrimaryColumn('uuid')
  versionId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id' })
  version?: PaperVersion;

  @Index()
  @Column('uuid')
  accountId!: string;

  /** Of the version: it is told when the copy goes, and then its paper may not be there for the person any more. */
  @Column('uuid')
  paperId!: string;

  @Column('uuid')
  bodyId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  takenAt!: Date;
}
