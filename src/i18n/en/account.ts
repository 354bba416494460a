import type { Formats } from '../formats.js';

const account = (f: Formats) => ({
  take: 'Take my data along',
  takeHint:
    'A file with all that this community keeps of you: profile, texts, votes, what you follow and keep. JSON, with a few lines that explain it.',
  taken: 'Your data has been saved to a file.',
  leave: 'Leave the directory',
  leaveHint: 'Nobody finds your profile any more but you and the stewards. What you wrote stays, and you can come back at any time.',
  left: 'You have left the directory.',
  comeBack: 'List me in the directory again',
  back: 'You are in the directory again.',
  remove: 'Delete my account',
  removeHint:
    'Your profile, what you sign in with, what you follow and keep will be gone. What others read stays without your name: questions, answers, resources. Your votes keep counting. You have a day to change your mind.',
  typeName: (name: string) => `Type your name, ${name}, if you mean it`,
  confirm: 'Delete my account in 24 hours',
  notYourName: 'This is not the name of your profile.',
  due: (at: string) => `This account will be deleted on ${at}.`,
  dueOn: (date: Date) => f.date(date, { dateStyle: 'long', timeStyle: 'short' }),
  keep: 'Keep my account',
  kept: 'Your account stays.',
  group: (n: number) => `Group ${f.number(n)}`,
  role: (n: number) => `Role in group ${f.number(n)}`,
  roleText: 'Role, if there is one',
  addGroup: 'Add a group',
  removeGroup: (name: string) => `Remove from ${name}`,
  saveGroups: 'Save groups',
  groupsSaved: 'The groups are saved.',
});
export type AccountMessages = ReturnType<typeof account>;
export default account;
