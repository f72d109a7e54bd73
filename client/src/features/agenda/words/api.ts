import { queryOptions } from '@tanstack/react-query';
import type { Changed, PrivateWords } from '../../../api/contract';
import { http } from '../../../api/http';
import { wordsKey } from '../keys';

export const wordsQuery = (sessionId: string) => queryOptions({ queryKey: wordsKey(sessionId), queryFn: ({ signal }) => http.get<PrivateWords>(`/sessions/${sessionId}/private-words`, signal) });
export const sendWord = (sessionId: string, text: string) => http.post<Changed>(`/sessions/${sessionId}/private-words`, { text });
export const readWord = (wordId: string) => http.post<Changed>(`/private-words/${wordId}/read`);
export const answerWord = (wordId: string, text: string) => http.post<Changed>(`/private-words/${wordId}/answer`, { text });
