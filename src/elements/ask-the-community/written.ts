import type { NewQuestion, Question, QuestionKind } from '../../contract/index.js';
import german from '../../i18n/de/asking.js';
import asking, { type AskingMessages } from '../../i18n/en/asking.js';
import { Formats } from '../../i18n/formats.js';
import { compose, takeApart, type Parts } from './guided.js';

/** A question as its form holds it. */
export interface Written {
  kind: QuestionKind | '';
  title: string;
  body: string;
  topics: readonly string[];
  parts: Parts;
  anonymous: boolean;
  /** Version that an edit started from. */
  version: number;
}
export const EMPTY: Written = { kind: '', title: '', body: '', topics: [], parts: {}, anonymous: false, version: 0 };

/** Only the words count here. */
const ENGLISH = new Formats('en');

/** A question that is edited. */
export function writtenOf(of: Question): Written {
  const { main, parts } = takeApart(of, [asking(ENGLISH), german(ENGLISH)]);
  const topics = of.topics.map(({ label }) => label);
  return { kind: of.kind ?? '', title: of.title, body: main, parts, topics, anonymous: false, version: of.version };
}

/** What is sent; only what is asked anew tells the page and hides the name. */
export function questionOf(
  written: Omit<Written, 'version'>,
  of: Question | 'ask',
  { t, about }: { t: AskingMessages; about: { url: string; title: string } | undefined },
): NewQuestion {
  const kind = written.kind as QuestionKind;
  const { body, details } = compose(kind, written.body, written.parts, t);
  const had = of === 'ask' ? {} : (of.details ?? {});
  return {
    kind,
    title: written.title.trim(),
    body,
    topics: [...written.topics],
    ...(Object.keys({ ...had, ...details }).length > 0 && { details }),
    ...(of === 'ask' && written.anonymous && { anonymous: true }),
    ...(of === 'ask' && about && { about }),
  };
}
