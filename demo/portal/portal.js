/* The portal's own frame: header, navigation and the persona switch of the demo. Nothing here belongs to the elements. */

const PAGES = [
  ['/', 'Home'],
  ['/team-coaching/', 'Communities'],
  ['/handbook/one-on-ones', 'Handbook'],
  ['/two-communities', 'Two on one page'],
  ['/deutsch', 'Deutsch'],
  ['/api/docs', 'API'],
];
const TABS = [
  ['/team-coaching/', 'Overview'],
  ['/team-coaching/questions', 'Questions'],
  ['/team-coaching/resources', 'Resources'],
  ['/team-coaching/members', 'Members'],
  ['/team-coaching/activity', 'Activity'],
];
const here = location.pathname.replace(/(\.html|index\.html)$/, '');

/** A list of links; the one that leads here says so. */
function links(label, pages, isHere) {
  const nav = document.createElement('nav');
  nav.setAttribute('aria-label', label);
  for (const [href, text] of pages) {
    const link = Object.assign(document.createElement('a'), { href, textContent: text });
    if (isHere(href)) link.setAttribute('aria-current', 'page');
    nav.append(link);
  }
  return nav;
}

/** Who is looking: a matter of the portal, as signing in is in a real one. */
async function personaSwitch() {
  const response = await fetch('/demo/session');
  if (!response.ok) return '';
  const { persona, personas } = await response.json();
  const select = document.createElement('select');
  select.append(new Option('Visitor', ''));
  for (const { id, name } of personas) select.append(new Option(name, id, false, id === persona));
  select.addEventListener('change', async () => {
    const body = JSON.stringify({ persona: select.value || null });
    await fetch('/demo/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    location.reload();
  });
  const label = document.createElement('label');
  label.className = 'who';
  label.append('Looking as', select);
  return label;
}

class PortalHeader extends HTMLElement {
  async connectedCallback() {
    const bar = document.createElement('div');
    bar.className = 'bar';
    const brand = Object.assign(document.createElement('a'), { className: 'brand', href: '/' });
    brand.append(Object.assign(new Image(24, 24), { src: '/logo.svg', alt: '' }), 'Northlight');
    const main = links('Portal', PAGES, (href) => (href.endsWith('/') && href !== '/' ? here.startsWith(href) : here === href));
    bar.append(brand, main);
    this.replaceChildren(bar);
    bar.append(await personaSwitch());
  }
}
customElements.define('portal-header', PortalHeader);

class PortalTabs extends HTMLElement {
  connectedCallback() {
    const tabs = links('Community', TABS, (href) => here === href);
    tabs.className = 'tabs';
    this.replaceChildren(tabs);
  }
}
customElements.define('portal-tabs', PortalTabs);
