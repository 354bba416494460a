import type { AskReason } from '../../contract/index.js';
import type { Formats } from '../formats.js';

const ladder = (f: Formats) => {
  const people = (n: number) => f.plural(n, { one: '# member', other: '# members' });
  const were = (n: number) => f.plural(n, { one: 'was', other: 'were' });
  const on = (topic: string | undefined, otherwise: string) => topic ?? otherwise;
  return {
    heading: 'Who has been asked',
    /** “3 members who offered help with Retrospectives were asked 2 hours ago”. */
    asked: (kind: AskReason['kind'], n: number, topic: string | undefined, when: string): string =>
      ({
        offer: `${people(n)} who offered help with ${on(topic, 'this')} ${were(n)} asked ${when}.`,
        topic: `${people(n)} who know ${on(topic, 'the topic')} ${were(n)} asked ${when}.`,
        answered: `${people(n)} who answered questions on ${on(topic, 'the topic')} ${were(n)} asked ${when}.`,
        available: `${f.plural(n, { one: '# other member', other: '# other members' })} ${were(n)} asked ${when}.`,
        invited: `${people(n)} ${were(n)} invited by name ${when}.`,
        steward: `${f.plural(n, { one: '# steward', other: '# stewards' })} ${were(n)} asked ${when}.`,
      })[kind],
    nobodyYet: 'Nobody has been asked yet.',
    /** Why somebody is asked, said to them. */
    because: (kind: AskReason['kind'], topic: string | undefined, by: string | undefined): string =>
      ({
        offer: `You are asked because you offered help with ${on(topic, 'this')}.`,
        topic: `You are asked because ${on(topic, 'the topic')} is among your topics.`,
        answered: `You are asked because you answered questions on ${on(topic, 'the topic')}.`,
        available: 'You are asked because nobody who named the topic has answered yet.',
        invited: by ? `${by} asks you by name to help.` : 'You are asked by name to help.',
        steward: 'You are asked as a steward: nobody has answered yet.',
      })[kind],
    /** What happens when nobody answers; `then`: who comes after, with the time. */
    next: (when: string, ring: number, n: number): string =>
      ring === 4
        ? `If nobody answers by ${when}, the stewards are asked.`
        : `If nobody answers by ${when}, up to ${people(n)} more are asked.`,
    lastly: (when: string) => `The stewards come last, ${when}.`,
    quiet: (when: string) => `For some it is night or a quiet hour: they are asked from ${when}.`,
    allAsked: 'Everybody who could be asked has been asked, the stewards too. You may still invite somebody.',
    wait: (hours: string, n: number) =>
      `Half of the questions here had an answer within ${hours}. (${f.plural(n, { one: '# question', other: '# questions' })})`,
    hours: (hours: number): string =>
      hours < 1
        ? 'an hour'
        : hours < 36
          ? f.plural(Math.round(hours), { one: '# hour', other: '# hours' })
          : f.plural(Math.round(hours / 24), { one: '# day', other: '# days' }),
    cannot: 'I can’t this time',
    declined: 'You said that you can’t this time. Somebody else has been asked.',
    canAfterAll: 'I can after all',
    declinedNow: 'Somebody else is asked.',
    answerIt: 'Answer',
    invite: 'Invite somebody',
    inviteHeading: 'Whom do you want to ask?',
    inviteLabel: 'Name, or what they can help with',
    inviteHint: (left: number) =>
      `They see that you ask them. You may invite ${f.plural(left, { one: '# more person', other: '# more people' })} to this question.`,
    inviteNone: 'You have invited as many people to this question as is possible.',
    noneFound: 'Nobody is found by these words.',
    found: (n: number) => f.plural(n, { one: '# member', other: '# members' }),
    inviteOne: (name: string) => `Invite ${name}`,
    inviteButton: 'Invite',
    invited: (name: string) => `${name} has been invited.`,
    done: 'Done',
    tell: 'Did the answer you accepted work?',
    tellOf: (title: string) => `Did the answer to “${title}” work for you?`,
    tellHow: 'Say how it went',
    dontAsk: 'Don’t ask me',
    failedOf: (title: string, who: string | undefined) => `${who ?? 'Somebody'} says that it did not work for them: “${title}”`,
    seen: 'I have seen it',
    read: 'Have a look',
    reminders: 'What waits for your word',
    dismissed: 'You will not be asked again.',
    nothingForMe: 'Nothing waits for your answer. You are asked when somebody needs what you offer.',
    nothingForStewards: 'No question waits for a steward.',
  };
};
export type LadderMessages = ReturnType<typeof ladder>;
export default ladder;
