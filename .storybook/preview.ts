import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import './preview.css';

setCustomElementsManifest(manifest);

/** What a reader can switch in the toolbar, and where it is written on the story's page. */
const toolbar = (title: string, icon: string, items: { value: string; title: string }[]) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  globalTypes: {
    scheme: toolbar('Light or dark', 'contrast', [
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
    ]),
    host: toolbar('Page around it', 'browser', [
      { value: 'plain', title: 'Plain page' },
      { value: 'tinted', title: 'Tinted column' },
      { value: 'serif', title: 'Serif, large text' },
    ]),
    dir: toolbar('Direction', 'transfer', [
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    width: toolbar('Width', 'grow', [
      { value: 'wide', title: 'As wide as the page' },
      { value: 'column', title: 'A column, 25em' },
      { value: 'narrow', title: 'A phone, 20em' },
    ]),
    lang: toolbar('Language', 'globe', [
      { value: 'en', title: 'English' },
      { value: 'de', title: 'Deutsch' },
    ]),
  },
  initialGlobals: { scheme: 'light', host: 'plain', width: 'wide', dir: 'ltr', lang: 'en' },
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      for (const name of ['dir', 'lang'] as const) page.setAttribute(name, String(globals[name]));
      page.dataset['scheme'] = String(globals['scheme']);
      page.dataset['host'] = String(globals['host']);
      page.dataset['width'] = String(globals['width']);
      return story();
    },
  ],
  parameters: {
    layout: 'padded',
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { order: ['Introduction', 'Elements', 'Guides', '*'] } },
  },
};

export default preview;
