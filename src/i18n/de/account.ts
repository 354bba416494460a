import type { AccountMessages } from '../en/account.js';
import type { Bundle } from '../localize.js';

const account: Bundle<AccountMessages> = (f) => ({
  take: 'Meine Daten mitnehmen',
  takeHint:
    'Eine Datei mit allem, was diese Gemeinschaft über Sie speichert: Profil, Texte, Stimmen, was Sie verfolgen und sich merken. JSON, mit einigen Zeilen zur Erklärung.',
  taken: 'Ihre Daten sind in einer Datei gespeichert.',
  leave: 'Das Verzeichnis verlassen',
  leaveHint:
    'Dann finden nur noch Sie und die Stewards Ihr Profil. Was Sie geschrieben haben, bleibt, und Sie können jederzeit zurückkommen.',
  left: 'Sie stehen nicht mehr im Verzeichnis.',
  comeBack: 'Wieder im Verzeichnis aufführen',
  back: 'Sie stehen wieder im Verzeichnis.',
  remove: 'Mein Konto löschen',
  removeHint:
    'Ihr Profil, Ihre Anmeldung, was Sie verfolgen und sich merken, ist dann weg. Was andere lesen, bleibt ohne Ihren Namen: Fragen, Antworten, Materialien. Ihre Stimmen zählen weiter. Sie haben einen Tag Zeit, es sich anders zu überlegen.',
  typeName: (name) => `Geben Sie Ihren Namen ein, ${name}, wenn es Ihnen ernst ist`,
  confirm: 'Mein Konto in 24 Stunden löschen',
  notYourName: 'Das ist nicht der Name Ihres Profils.',
  due: (at) => `Dieses Konto wird am ${at} gelöscht.`,
  dueOn: (date) => f.date(date, { dateStyle: 'long', timeStyle: 'short' }),
  keep: 'Mein Konto behalten',
  kept: 'Ihr Konto bleibt.',
  group: (n) => `Gruppe ${f.number(n)}`,
  role: (n) => `Rolle in Gruppe ${f.number(n)}`,
  roleText: 'Rolle, falls es eine gibt',
  addGroup: 'Gruppe hinzufügen',
  removeGroup: (name) => `Aus ${name} entfernen`,
  saveGroups: 'Gruppen speichern',
  groupsSaved: 'Die Gruppen sind gespeichert.',
});
export default account;
