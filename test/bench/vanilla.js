const endpoint = '/api/communities/team-coaching';
const text = (tag, content, className = '') => Object.assign(document.createElement(tag), { textContent: content, className });
const rows = {
  questions: (q) => [
    text('b', q.score),
    text('h3', q.title),
    text('p', q.excerpt),
    text('small', `${q.answerCount} answers, ${q.author?.name}, ${new Date(q.createdAt).toLocaleDateString()}`),
  ],
  resources: (r) => [text('h3', r.title), text('small', `${r.kind} ${r.creator ?? ''} ${r.topics.map((t) => t.label).join(', ')}`)],
  activities: (a) => [
    text('p', `${a.actor?.name} ${a.type} ${a.object.title ?? a.target?.title}`),
    text('small', new Date(a.published).toLocaleDateString()),
  ],
  members: (m) => [text('h3', m.name), text('p', m.headline), text('small', `${m.place} ${m.offers.map((o) => o.label).join(', ')}`)],
};
async function show(noun, limit) {
  const response = await fetch(`${endpoint}/${noun}?limit=${limit}`);
  const { items } = await response.json();
  const list = document.getElementById(noun);
  for (const item of items) {
    const row = document.createElement('li');
    row.append(...rows[noun](item));
    list.append(row);
  }
}
await Promise.all([fetch(`${endpoint}/session`), show('questions', 5), show('resources', 6), show('activities', 6), show('members', 5)]);
