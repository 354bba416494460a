import type { GuideAnswer } from './store/stewarding.js';

/** Longest description of a resource in the contract, in characters. */
const LONGEST = 10_000;

/** Markdown of a draft: the question, then what helped, each with who wrote it and under which licence. */
export function guideText(
  question: { title: string; body: string; source: GuideAnswer['source'] },
  answers: readonly GuideAnswer[],
): string {
  const parts = [
    `## The situation\n\n${question.body}${by(null, question.source)}`,
    ...answers.map(
      ({ body, accepted, author, source }) => `## ${accepted ? 'What helped' : 'What else was tried'}\n\n${body}${by(author, source)}`,
    ),
  ];
  let text = '';
  for (const part of parts) {
    if (text.length + part.length + 2 > LONGEST) break;
    text += `${text && '\n\n'}${part}`;
  }
  return text || parts[0]?.slice(0, LONGEST) || '';
}

function by(author: GuideAnswer['author'], source: GuideAnswer['source']): string {
  const name = author?.name.replaceAll(/[[\]]/g, '');
  const who = author && (author.here ? `[@${name}](member:${author.id})` : author.url ? `[${name}](${author.url})` : name);
  const from = source && (source.url ? `[${source.name}](${source.url})` : source.name);
  const all = [who, from, source?.licence].filter(Boolean);
  return all.length ? `\n\n— ${all.join(', ')}` : '';
}
