/**
 * The one script that an editor includes. It upgrades, when they come into view:
 *   <cop-ask-the-community endpoint="…">            the tag,
 *   <div data-cop="ask-the-community" data-endpoint="…">   where a CMS strips unknown tags,
 *   <a class="cop" href="…/communities/x#ask-the-community">   where it strips data attributes too; a person is `#member=…`.
 * What was inside stays in the element and is shown without JavaScript.
 */
const loaders: Record<string, () => Promise<unknown>> = {
  'cop-community': () => import('./elements/community/community.define.js'),
  'cop-ask-the-community': () => import('./elements/ask-the-community/ask-the-community.define.js'),
  'cop-resource-list': () => import('./elements/resource-list/resource-list.define.js'),
  'cop-member-directory': () => import('./elements/member-directory/member-directory.define.js'),
  'cop-member': () => import('./elements/member/member.define.js'),
  'cop-activity-feed': () => import('./elements/activity-feed/activity-feed.define.js'),
};
const TAGS = Object.keys(loaders);
const STANDINS = '[data-cop]:not([data-cop-done]), a.cop[href]';

/** How far outside the view loading starts, in px. */
const AHEAD = 300;
const seen = new WeakSet<Element>();
const load = ({ localName }: Element): void => void loaders[localName]?.();

const view = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      view.unobserve(target);
      load(target);
    }
  },
  { rootMargin: `${AHEAD}px` },
);

/** Whether an element is in view now; the observer would say so a frame later. What has no box yet is left to it. */
const inView = (element: Element): boolean =>
  [...element.getClientRects()].some(({ top, bottom }) => top < innerHeight + AHEAD && bottom > -AHEAD);

/** The element that a stand-in stands for, with its data attributes as attributes. */
function fromStandIn(standIn: HTMLElement): HTMLElement | null {
  const link = standIn instanceof HTMLAnchorElement ? new URL(standIn.href) : null;
  // A link names what is shown behind its “#”, and whom: `#member=0199…`.
  const [named, value] = link?.hash.slice(1).split('=') ?? [];
  const name = standIn.dataset['cop'] || named || 'ask-the-community';
  const tag = name.startsWith('cop-') ? name : `cop-${name}`;
  if (!(tag in loaders)) {
    void import('./ui/setup-check.js').then(({ unknownStandIn }) => unknownStandIn(standIn, name, TAGS));
    return null;
  }
  const element = document.createElement(tag);
  for (const { name: attribute, value } of [...standIn.attributes]) {
    if (attribute.startsWith('data-') && attribute !== 'data-cop') element.setAttribute(attribute.slice(5), value);
  }
  if (link) {
    if (value) element.setAttribute(name, value);
    link.hash = '';
    element.setAttribute('endpoint', link.href);
  }
  if (standIn.lang) element.lang = standIn.lang;
  return element;
}

function upgradeStandIn(standIn: HTMLElement): void {
  if (seen.has(standIn) || (standIn instanceof HTMLAnchorElement && !URL.canParse(standIn.href))) return;
  seen.add(standIn);
  const element = fromStandIn(standIn);
  if (!element) return;
  if (standIn instanceof HTMLAnchorElement) {
    standIn.classList.remove('cop');
    standIn.replaceWith(element);
    element.append(standIn);
  } else {
    standIn.dataset['copDone'] = '';
    element.append(...standIn.childNodes);
    standIn.append(element);
  }
}

function upgrade(root: ParentNode): void {
  for (const standIn of root.querySelectorAll<HTMLElement>(STANDINS)) upgradeStandIn(standIn);
  for (const element of root.querySelectorAll(TAGS.join())) {
    if (seen.has(element)) continue;
    seen.add(element);
    // What all of them import is fetched beside the first, not behind it.
    void import('./ui/cop-element.js');
    // A community has no size of its own, so it would never come into view.
    if (element.localName === 'cop-community' || inView(element)) load(element);
    else view.observe(element);
  }
}

upgrade(document);
new MutationObserver(() => upgrade(document)).observe(document.documentElement, { childList: true, subtree: true });
