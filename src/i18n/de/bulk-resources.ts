import type { BulkResourcesMessages } from '../en/bulk-resources.js';
import type { Bundle } from '../localize.js';

const bulkResources: Bundle<BulkResourcesMessages> = (f) => ({
  heading: 'Mehrere Ressourcen betreuen',
  hint: 'Haken Sie Ressourcen an; mit der Umschalttaste alle zwischen zweien.',
  chosen: (n) => f.plural(n, { one: '# Ressource ausgewählt', other: '# Ressourcen ausgewählt' }),
  undone: (n) => f.plural(n, { one: '# Ressource ist, wie sie war.', other: '# Ressourcen sind, wie sie waren.' }),
  cannot: 'Das geht nicht, so wie ihr Stand ist.',

  sortNow: (n) => f.plural(n, { one: '# Ressource ändern', other: '# Ressourcen ändern' }),
  sorted: (n) => f.plural(n, { one: '# Ressource steht an ihrem Platz.', other: '# Ressourcen stehen an ihrem Platz.' }),

  collect: 'Sammlung',
  which: 'In welche Sammlung?',
  chooseOne: 'Wählen Sie eine',
  newOne: 'Eine neue',
  newTitle: 'Titel der neuen Sammlung',
  collectNow: (n) => f.plural(n, { one: '# Ressource hineinlegen', other: '# Ressourcen hineinlegen' }),
  collected: (n, title) => f.plural(n, { one: `# Ressource ist jetzt in ${title}.`, other: `# Ressourcen sind jetzt in ${title}.` }),
  unseen: 'Nur was veröffentlicht ist, kann in eine Sammlung.',
  collectionFull: (most) => `Eine Sammlung fasst höchstens ${f.number(most)}.`,

  review: 'Noch richtig?',
  how: 'Was über sie gesagt wird',
  hows: {
    right: 'Sie sind noch richtig',
    day: 'Sie bekommen einen Tag für den nächsten Blick',
    none: 'Sie brauchen keinen nächsten Blick',
  },
  day: 'Wieder ansehen am',
  usual: (months) => f.plural(months, { one: 'Leer: in # Monat.', other: 'Leer: in # Monaten.' }),
  saveNow: (n) => f.plural(n, { one: 'Für # Ressource speichern', other: 'Für # Ressourcen speichern' }),
  right: (n) => f.plural(n, { one: '# Ressource ist noch richtig.', other: '# Ressourcen sind noch richtig.' }),
  dayed: (n) => f.plural(n, { one: 'Der Tag ist für # Ressource gesetzt.', other: 'Der Tag ist für # Ressourcen gesetzt.' }),

  steward: 'Betreut von',
  find: 'Mitglied suchen',
  me: 'Ich',
  nobody: 'Niemand',
  lookedAfter: (n, name) => f.plural(n, { one: `${name} betreut jetzt # Ressource.`, other: `${name} betreut jetzt # Ressourcen.` }),
  letGo: (n) => f.plural(n, { one: 'Niemand betreut jetzt # Ressource.', other: 'Niemand betreut jetzt # Ressourcen.' }),

  state: 'Status',
  states: { publish: 'Veröffentlichen', decline: 'Zurückgeben', restore: 'Zurückholen', retire: 'Nicht mehr richtig' },
  withCount: (state, n) => `${state} (${f.number(n)})`,
  stateNow: {
    publish: (n) => f.plural(n, { one: '# Ressource veröffentlichen', other: '# Ressourcen veröffentlichen' }),
    decline: (n) => f.plural(n, { one: '# Ressource zurückgeben', other: '# Ressourcen zurückgeben' }),
    restore: (n) => f.plural(n, { one: '# Ressource zurückholen', other: '# Ressourcen zurückholen' }),
    retire: (n) => f.plural(n, { one: '# Ressource herausnehmen', other: '# Ressourcen herausnehmen' }),
  },
  stated: {
    publish: (n) => f.plural(n, { one: '# Ressource ist veröffentlicht.', other: '# Ressourcen sind veröffentlicht.' }),
    decline: (n) => f.plural(n, { one: '# Ressource ist wieder ein Entwurf.', other: '# Ressourcen sind wieder Entwürfe.' }),
    restore: (n) => f.plural(n, { one: '# Ressource ist wieder in der Liste.', other: '# Ressourcen sind wieder in der Liste.' }),
    retire: (n) => f.plural(n, { one: '# Ressource ist aus der Liste genommen.', other: '# Ressourcen sind aus der Liste genommen.' }),
  },

  remove: 'Löschen',
  removeHint: 'Sie werden endgültig gelöscht, mit allem, was zu ihnen gesagt wurde. Einige Sekunden lang können Sie das zurücknehmen.',
  removeNow: (n) => f.plural(n, { one: '# Ressource löschen', other: '# Ressourcen löschen' }),
  removed: (n) => f.plural(n, { one: '# Ressource ist gelöscht.', other: '# Ressourcen sind gelöscht.' }),
});
export default bulkResources;
