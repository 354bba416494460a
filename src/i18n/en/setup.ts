import type { Formats } from '../formats.js';

const setup = (f: Formats) => ({
  'no-community': 'This element does not know its community yet. Tell it where the community is:',
  'unknown-community': 'There is no community of that name on this page. Name one that is here, or give the address:',
  'several-communities':
    'This page has several communities. Say which one by its name, as in community="my-community", or give the address:',
  'bad-endpoint': 'The address of the community is not a web address. It looks like this:',
  'no-such-community': 'There is no community at this address; perhaps it has a slip in it:',
  unknownElement: (name: string) => `There is no element of the name “${name}”.`,
  unknownAttribute: (element: string, name: string) => `${element} has no attribute “${name}”.`,
  unknownWord: (where: string, word: string) => `${where} holds “${word}”, which is not known there.`,
  notSo: (where: string) => `${where}: this is not how it is written, so it does nothing; see its attributes in the documentation.`,
  switchedOn: (where: string) => `${where} switches it on, whatever it holds. Leave the attribute out to switch it off.`,
  needs: (element: string, name: string) => `${element} shows nothing without “${name}”.`,
  nothingFor: (where: string) =>
    `${where}: the list is empty with it. If it should not be, look whether it is spelt as the community has it.`,
  meant: (word: string | undefined, known: readonly string[]) =>
    word ? `Did you mean “${word}”?` : `Known are: ${f.list(known, 'conjunction')}.`,
});
export type SetupMessages = ReturnType<typeof setup>;
export default setup;
