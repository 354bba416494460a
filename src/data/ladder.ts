import type { HelpRequest, Ladder, MemberPage, Question, Reminder } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

/** Who has been asked to help with a question, and what happens next. */
export const getLadder = (questionId: string): Read<Ladder> => read('ladders', `/questions/${questionId}/ladder`);
/** What waits for this person’s word. */
export const listReminders = (): Read<{ items: Reminder[] }> => read('reminders', '/reminders');
/** People to invite, by what is typed; at most six. */
export const findMembers = (q: string): Read<MemberPage> => read('members', '/members', { q, limit: 6 });

const touches = ['questions', 'ladders', 'session'];
/** Asks a member by name to help. */
export const invite = (questionId: string, memberId: string): Write<Ladder> => ({
  method: 'POST',
  path: `/questions/${questionId}/invitations`,
  body: { memberId },
  touches,
});
/** “I can’t this time”, or after all. On screen at once. */
export const setDeclined = (questionId: string, declined: boolean): Write<HelpRequest> => ({
  method: declined ? 'PUT' : 'DELETE',
  path: `/questions/${questionId}/declined`,
  touches,
  optimistic: {
    noun: 'questions',
    change: (item) => {
      const question = item as Question;
      const asked = question.viewer.asked;
      if (question.id !== questionId || !asked) return item;
      return { ...question, viewer: { ...question.viewer, asked: { ...asked, outcome: declined ? 'declined' : null } } };
    },
  },
});
/** Ends a reminder for good. */
export const dismissReminder = (id: string): Write<void> => ({
  method: 'DELETE',
  path: `/reminders/${id}`,
  touches: ['reminders', 'session', 'questions'],
});
