import type { Question, QuestionKind, Report, ReportPage, Topic } from '../contract/index.js';
import { editQuestion } from './questions.js';
import { read, type Read, type Write } from './read.js';

export type CloseReason = NonNullable<Question['closedReason']>;
export type ReportReason = Report['reason'];

const touches = ['questions', 'answers', 'comments', 'activities', 'revisions', 'community'];

/** Closes a question: it takes no more answers. */
export const closeQuestion = (id: string, reason: CloseReason, note: string): Write<Question> => ({
  method: 'PUT',
  path: `/questions/${id}/closing`,
  body: { reason, note },
  touches,
});
/** Opens it again. */
export const reopenQuestion = (id: string): Write<Question> => ({ method: 'DELETE', path: `/questions/${id}/closing`, touches });
/** Merges a question into another, with all that belongs to it. */
export const mergeQuestion = (id: string, into: string): Write<Question> => ({
  method: 'PUT',
  path: `/questions/${id}/merge`,
  body: { into },
  touches,
});
/** Takes a merged question out again. */
export const unmergeQuestion = (id: string): Write<Question> => ({ method: 'DELETE', path: `/questions/${id}/merge`, touches });
/** Puts a question in its place; its text stays. */
export const placeQuestion = (id: string, version: number, kind: QuestionKind | '', topics: readonly string[]): Write<Question> =>
  editQuestion(id, version, { ...(kind && { kind }), topics: [...topics] });
/** Begins a guide with a thread. */
export const draftGuide = (id: string): Write<{ resource: { id: string; title: string | null } }> => ({
  method: 'POST',
  path: `/questions/${id}/guide`,
  touches: ['resources'],
});
/** Thanks for an answer, in the feed. */
export const thankFor = (answerId: string, note: string): Write<unknown> => ({
  method: 'PUT',
  path: `/answers/${answerId}/thanks`,
  body: { note },
  touches: ['activities'],
});
export const takeThanksBack = (answerId: string): Write<unknown> => ({
  method: 'DELETE',
  path: `/answers/${answerId}/thanks`,
  touches: ['activities'],
});
/** Asks the stewards to look at something. */
export const report = (object: Report['object'], reason: ReportReason, note: string): Write<void> => ({
  method: 'POST',
  path: '/reports',
  body: { object: { type: object.type, id: object.id }, reason, note },
  touches: ['reports'],
});
/** What was reported in a thread and nobody has seen to. */
export const listReports = (thread: string): Read<ReportPage> => ({
  ...read<ReportPage>('reports', '/reports', { thread, limit: 50 }),
  keep: false,
});
/** A report is seen to, or open again. */
export const setReportSeen = (id: string, seen: boolean): Write<void> => ({
  method: seen ? 'PUT' : 'DELETE',
  path: `/reports/${id}/closing`,
  touches: ['reports', 'questions'],
});
/** Names a topic anew, or sets its other words. */
export const editTopic = (id: string, change: { label?: string; aliases?: string[] }): Write<Topic> => ({
  method: 'PATCH',
  path: `/topics/${encodeURIComponent(id)}`,
  body: change,
  touches: ['topics', 'questions', 'resources', 'members'],
});
/** Merges a topic into another. */
export const mergeTopic = (id: string, into: string): Write<Topic> => ({
  method: 'PUT',
  path: `/topics/${encodeURIComponent(id)}/merge`,
  body: { into },
  touches: ['topics', 'questions', 'resources', 'members', 'follows'],
});
/** Takes a merged topic out again. */
export const unmergeTopic = (id: string): Write<Topic> => ({
  method: 'DELETE',
  path: `/topics/${encodeURIComponent(id)}/merge`,
  touches: ['topics', 'questions', 'resources', 'members', 'follows'],
});
