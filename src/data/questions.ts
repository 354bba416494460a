import type { Answer, AnswerPage, NewQuestion, Question, QuestionPage, QuestionPatch } from '../contract/index.js';
import { pagedRead, read, type PagedRead, type Read, type Write } from './read.js';

/** At most five questions like a title that is being typed, best first. */
export const similarQuestions = (title: string): Read<QuestionPage> => read('questions', '/questions', { similar: title, limit: 5 });
/** One question. */
export const getQuestion = (id: string): Read<Question> => read('questions', `/questions/${id}`);
/** One answer. */
export const getAnswer = (id: string): Read<Answer> => read('answers', `/answers/${id}`);
/** The answers of a question, best first. */
export const listAnswers = (questionId: string): PagedRead<AnswerPage> => pagedRead('answers', `/questions/${questionId}/answers`);

const touches = ['questions', 'answers', 'activities', 'topics'];
/** Asks a question. */
export const askQuestion = (question: NewQuestion): Write<Question> => ({
  method: 'POST',
  path: '/questions',
  body: question,
  touches: [...touches, 'community'],
});
/** Changes a question; refused as `stale` where it is no longer of that version. */
export const editQuestion = (id: string, version: number, patch: QuestionPatch): Write<Question> => ({
  method: 'PATCH',
  path: `/questions/${id}`,
  body: patch,
  ifMatch: version,
  touches,
});
/** Deletes a question; refused as `stale` where it is no longer of that version. */
export const deleteQuestion = (id: string, version: number): Write<void> => ({
  method: 'DELETE',
  path: `/questions/${id}`,
  ifMatch: version,
  touches: [...touches, 'community'],
});
const mark = (questionId: string, answerId: string | null) => (item: unknown) => {
  const answer = item as Answer;
  return answer.questionId === questionId ? { ...answer, accepted: answer.id === answerId } : item;
};
/** Marks the answer that helped. */
export const acceptAnswer = (questionId: string, answerId: string): Write<Question> => ({
  method: 'PUT',
  path: `/questions/${questionId}/accepted-answer`,
  body: { answerId },
  touches,
  optimistic: { noun: 'answers', change: mark(questionId, answerId) },
});
/** Takes the mark back. */
export const unacceptAnswer = (questionId: string): Write<Question> => ({
  method: 'DELETE',
  path: `/questions/${questionId}/accepted-answer`,
  touches,
  optimistic: { noun: 'answers', change: mark(questionId, null) },
});

/** Answers a question. */
export const addAnswer = (questionId: string, body: string): Write<Answer> => ({
  method: 'POST',
  path: `/questions/${questionId}/answers`,
  body: { body },
  touches,
});
/** Changes an answer; refused as `stale` where it is no longer of that version. */
export const editAnswer = (id: string, version: number, body: string): Write<Answer> => ({
  method: 'PATCH',
  path: `/answers/${id}`,
  body: { body },
  ifMatch: version,
  touches,
});
/** Deletes an answer; refused as `stale` where it is no longer of that version. */
export const deleteAnswer = (id: string, version: number): Write<void> => ({
  method: 'DELETE',
  path: `/answers/${id}`,
  ifMatch: version,
  touches,
});

type Voted = Pick<Question, 'id' | 'score'> & { viewer: { vote: -1 | 0 | 1 } };
/** One vote a person: −1, 0 or 1. On screen at once. */
export const vote = (noun: 'questions' | 'answers', id: string, value: -1 | 0 | 1): Write<Question | Answer> => ({
  method: 'PUT',
  path: `/${noun}/${id}/vote`,
  body: { value },
  touches: ['questions', 'answers'],
  optimistic: {
    noun,
    change: (item) => {
      const voted = item as Voted;
      return voted.id === id
        ? { ...voted, score: voted.score - voted.viewer.vote + value, viewer: { ...voted.viewer, vote: value } }
        : item;
    },
  },
});
