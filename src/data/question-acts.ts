import type { Question, QuestionKind, Revision } from '../contract/index.js';
import { editQuestion } from './questions.js';
import type { Write } from './read.js';

/** Brings back an older state of a question, as a new version. */
export const restoreQuestion = (id: string, version: number, { title, body, kind, topics }: Revision['content']): Write<Question> =>
  editQuestion(id, version, {
    title,
    body,
    kind: (kind as QuestionKind | null | undefined) ?? undefined,
    topics: topics?.map(({ label }) => label),
  });
