import type { AskReason } from '../../contract/index.js';
import type { LadderMessages } from '../en/ladder.js';
import type { Formats } from '../formats.js';

const ladder = (f: Formats): LadderMessages => {
  const people = (n: number) => f.plural(n, { one: '# Mitglied', other: '# Mitglieder' });
  const were = (n: number) => f.plural(n, { one: 'wurde', other: 'wurden' });
  const who = (n: number) => f.plural(n, { one: 'das', other: 'die' });
  return {
    heading: 'Wer gefragt wurde',
    asked: (kind: AskReason['kind'], n, topic, when) =>
      ({
        offer: `${people(n)}, ${who(n)} Hilfe zu ${topic ?? 'diesem Thema'} ${f.plural(n, { one: 'anbietet', other: 'anbieten' })}, ${were(n)} ${when} gefragt.`,
        topic: `${people(n)}, ${who(n)} sich mit ${topic ?? 'dem Thema'} ${f.plural(n, { one: 'auskennt', other: 'auskennen' })}, ${were(n)} ${when} gefragt.`,
        answered: `${people(n)}, ${who(n)} Fragen zu ${topic ?? 'dem Thema'} beantwortet ${f.plural(n, { one: 'hat', other: 'haben' })}, ${were(n)} ${when} gefragt.`,
        available: `${f.plural(n, { one: '# weiteres Mitglied', other: '# weitere Mitglieder' })} ${were(n)} ${when} gefragt.`,
        invited: `${people(n)} ${were(n)} ${when} persönlich eingeladen.`,
        steward: `${f.plural(n, { one: '# Steward', other: '# Stewards' })} ${were(n)} ${when} gefragt.`,
      })[kind],
    nobodyYet: 'Noch wurde niemand gefragt.',
    because: (kind, topic, by) =>
      ({
        offer: `Sie werden gefragt, weil Sie Hilfe zu ${topic ?? 'diesem Thema'} anbieten.`,
        topic: `Sie werden gefragt, weil ${topic ?? 'das Thema'} zu Ihren Themen gehört.`,
        answered: `Sie werden gefragt, weil Sie Fragen zu ${topic ?? 'dem Thema'} beantwortet haben.`,
        available: 'Sie werden gefragt, weil bisher niemand geantwortet hat, der das Thema genannt hat.',
        invited: by ? `${by} bittet Sie persönlich um Hilfe.` : 'Sie werden persönlich um Hilfe gebeten.',
        steward: 'Sie werden als Steward gefragt: Bisher hat niemand geantwortet.',
      })[kind],
    next: (when, ring, n) =>
      ring === 4
        ? `Antwortet bis ${when} niemand, werden die Stewards gefragt.`
        : `Antwortet bis ${when} niemand, werden bis zu ${people(n)} mehr gefragt.`,
    lastly: (when) => `Zuletzt kommen die Stewards an die Reihe, ${when}.`,
    quiet: (when) => `Für manche ist jetzt Nacht oder Ruhezeit: Sie werden ab ${when} gefragt.`,
    allAsked: 'Alle, die gefragt werden können, sind gefragt, auch die Stewards. Sie können noch jemanden einladen.',
    wait: (hours, n) =>
      `Die Hälfte der Fragen hier hatte binnen ${hours} eine Antwort. (${f.plural(n, { one: '# Frage', other: '# Fragen' })})`,
    hours: (hours) =>
      hours < 1
        ? 'einer Stunde'
        : hours < 36
          ? f.plural(Math.round(hours), { one: '# Stunde', other: '# Stunden' })
          : f.plural(Math.round(hours / 24), { one: '# Tag', other: '# Tagen' }),
    cannot: 'Diesmal kann ich nicht',
    declined: 'Sie haben gesagt, dass Sie diesmal nicht können. Jemand anderes wird gefragt.',
    canAfterAll: 'Ich kann doch',
    declinedNow: 'Jemand anderes wird gefragt.',
    answerIt: 'Antworten',
    invite: 'Jemanden einladen',
    inviteHeading: 'Wen möchten Sie fragen?',
    inviteLabel: 'Name, oder wobei jemand helfen kann',
    inviteHint: (left) =>
      `Die Person sieht, dass Sie sie fragen. Sie können noch ${f.plural(left, { one: '# Person', other: '# Personen' })} zu dieser Frage einladen.`,
    inviteNone: 'Sie haben so viele Personen zu dieser Frage eingeladen, wie möglich ist.',
    noneFound: 'Mit diesen Worten findet sich niemand.',
    found: people,
    inviteOne: (name) => `${name} einladen`,
    inviteButton: 'Einladen',
    invited: (name) => `${name} ist eingeladen.`,
    done: 'Fertig',
    tell: 'Hat die Antwort, die Sie angenommen haben, geholfen?',
    tellOf: (title) => `Hat Ihnen die Antwort auf „${title}“ geholfen?`,
    tellHow: 'Erzählen, wie es ging',
    dontAsk: 'Nicht mehr fragen',
    failedOf: (title, name) => `${name ?? 'Jemand'} schreibt, dass es nicht geholfen hat: „${title}“`,
    seen: 'Ich habe es gesehen',
    read: 'Ansehen',
    reminders: 'Was auf Ihr Wort wartet',
    dismissed: 'Sie werden nicht mehr danach gefragt.',
    nothingForMe: 'Nichts wartet auf Ihre Antwort. Sie werden gefragt, wenn jemand braucht, was Sie anbieten.',
    nothingForStewards: 'Keine Frage wartet auf einen Steward.',
  };
};
export default ladder;
