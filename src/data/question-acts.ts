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

/** “I have the same question.” On screen at once. */
export const setSame = (id: string, on: boolean): Write<Question> => ({
  method: on ? 'PUT' : 'DELETE',
  path: `/questions/${id}/same`,
  touches: ['questions'],
  optimistic: {
    noun: 'questions',
    change: (item) => {
      const question = item as Question;
      if (question.id !== id || Boolean(question.viewer.same) === on) return item;
      return { ...question, sameCount: question.sameCount + (on ? 1 : -1), viewer: { ...question.viewer, same: on } };
    },
  },
});
/** Shows who asked, from now on. */
export const revealAsker = (id: string, version: number): Write<Question> => editQuestion(id, version, { anonymous: false });
