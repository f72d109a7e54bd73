import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SharedPages } from '../papers/sharing/shared-pages.js';
import { ChangedGateway } from './changed.gateway.js';

/** Brings pages that are shown to those who may see them. */
@Injectable()
export class PageNews implements OnApplicationBootstrap {
  constructor(
    private readonly pages: SharedPages,
    private readonly gateway: ChangedGateway,
  ) {}

  onApplicationBootstrap(): void {
    this.pages.listen((shown) => this.gateway.tellPage(shown));
  }
}
