import { useQueryClient } from '@tanstack/react-query';
import type { Me } from './contract';
import { meKey } from './query-client';

/** Whether this installation is a demo; known since somebody is signed in. */
export function useIsDemo(): boolean {
  return useQueryClient().getQueryData<Me>(meKey)?.demo === true;
}
