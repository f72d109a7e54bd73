import { Injectable } from '@nestjs/common';

/** Says at once that something is to be delivered. What it says may get lost with the process: the queue is looked at again and again. */
@Injectable()
export class DeliveryWaker {
  private readonly listeners: (() => void)[] = [];

  listen(listener: () => void): void {
    this.listeners.push(listener);
  }

  wake(): void {
    for (const listener of this.listeners) listener();
  }
}
