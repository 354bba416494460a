import type { Community } from '../../community/community.js';
import type { FieldError, NewResource, Resource, ResourceKind, ResourcePatch } from '../../contract/index.js';
import type { ResourceMessages } from '../../i18n/en/resource.js';

/** What the form holds, as it is typed. */
export interface ResourceText {
  way: 'link' | 'file';
  url: string;
  /** Name of the chosen file. The file itself is not kept. */
  fileName: string;
  kind: ResourceKind | '';
  title: string;
  description: string;
  creator: string;
  /** RFC 3339 date; '': not told. */
  publishedOn: string;
  language: string;
  licence: string;
  topics: string[];
  /** The version an edit started from. */
  version: number;
}
/** What is wrong, by field. */
export type Errors = Partial<Record<keyof ResourceText | 'file', string | undefined>>;

/** Lengths in the contract, in characters. */
export const LONGEST = { url: 2000, title: 200, description: 10_000, creator: 200, licence: 100 } as const;
const SHORTEST_TITLE = 3;

/** A form nobody has written in. */
export const emptyText = (language: string): ResourceText => ({
  way: 'link',
  url: '',
  fileName: '',
  kind: '',
  title: '',
  description: '',
  creator: '',
  publishedOn: '',
  language,
  licence: '',
  topics: [],
  version: 0,
});

/** A resource as it is written in the form. */
export const textOf = (resource: Resource): ResourceText => ({
  way: resource.file ? 'file' : 'link',
  url: resource.url ?? '',
  fileName: resource.file?.name ?? '',
  kind: resource.kind,
  title: resource.title,
  description: resource.description,
  creator: resource.creator ?? '',
  publishedOn: resource.publishedOn ?? '',
  language: resource.language ?? '',
  licence: resource.licence ?? '',
  topics: resource.topics.map(({ label }) => label),
  version: resource.version,
});

/** The address as it was meant: people leave out what stands before the name. */
export function address(url: string): string | null {
  const typed = url.trim();
  const whole = /^[\w-]+(\.[\w-]+)+([/?#:].*)?$/u.test(typed) ? `https://${typed}` : typed;
  if (!/^https?:\/\//i.test(whole)) return null;
  return URL.canParse(whole) ? whole : null;
}

const fieldsOf = (text: ResourceText, kind: ResourceKind) => ({
  kind,
  title: text.title.trim(),
  description: text.description.trim(),
  creator: text.creator.trim() || null,
  publishedOn: text.publishedOn || null,
  language: text.language || null,
  licence: text.licence.trim() || null,
  topics: text.topics,
});

/** Call it with a text that has no errors. */
export const toNew = (text: ResourceText, fileId: string | null): NewResource => ({
  ...fieldsOf(text, text.kind || 'other'),
  url: text.way === 'link' ? address(text.url) : null,
  fileId,
  draft: false,
  requestId: null,
});

/** What is sent of an edit. */
export const toPatch = (text: ResourceText): ResourcePatch => ({
  ...fieldsOf(text, text.kind || 'other'),
  ...(text.way === 'link' ? { url: address(text.url) } : {}),
});

/** What keeps a text from being sent, by field, in the order of the form. */
export function errorsOf(text: ResourceText, hasFile: boolean, { need, tooLong }: ResourceMessages): Errors {
  const errors: Errors = {};
  if (text.way === 'link' && !address(text.url)) errors.url = need.url;
  if (text.way === 'file' && !hasFile) errors.file = need.file;
  if (!text.kind) errors.kind = need.kind;
  if (text.title.trim().length < SHORTEST_TITLE) errors.title = need.title;
  for (const name of ['url', 'title', 'description', 'creator', 'licence'] as const) {
    if (text[name].trim().length > LONGEST[name]) errors[name] = tooLong(LONGEST[name]);
  }
  return errors;
}

/** The endpoint's errors, each at its field. */
export const errorsFrom = (fields: readonly FieldError[]): Errors =>
  Object.fromEntries(
    fields.map(({ pointer, detail }) => {
      const field = pointer.split('/')[1] ?? '';
      return [field === 'fileId' ? 'file' : field, detail];
    }),
  );

/** Whether a steward sees an edit before others do. */
export const editWaits = (cop: Community, { status }: Resource): boolean =>
  Boolean(cop.info?.rules.premoderatedResources) && !cop.can('moderate') && (status === 'published' || status === 'obsolete');
