/** What attributes hold by words, for all elements and for each of them; whatever else they hold is known to the endpoint alone. */
export const WORDS: Record<string, Record<string, string>> = {
  all: {
    density: 'cosy compact',
    shortcuts: 'on off',
    hide: 'head count menu tools search sort filters foot layout chosen collections',
  },
  'cop-ask-the-community': {
    filters: 'unanswered for-me mine followed kind topic for-stewards reported untouched unhelped',
    show: 'score excerpt kind answers uses author',
    kind: 'problem information experience development',
    sort: 'newest active votes relevance',
  },
  'cop-resource-list': {
    filters: 'kind topic language outcome year form mark state',
    show: 'excerpt kind creator language topics uses',
    kind: 'article tool template case recording book course guide other',
    sort: 'newest evidence used votes title relevance',
    layout: 'list grid compact',
  },
  'cop-member-directory': {
    filters: 'offers needs topic country language zone group field',
    show: 'avatar headline place offers needs',
    mode: 'help need',
    sort: 'name joined relevance',
  },
  'cop-activity-feed': {
    filters: 'questions resources people news following mentions group',
    show: 'summary link reactions',
    filter: 'questions resources people news following mentions',
    types: 'asked answered commented accepted added used posted joined revised endorsed reviewed requested collected thanked',
  },
};
