const setup = () => ({
  'no-community': 'This element does not know its community yet. Tell it where the community is:',
  'unknown-community': 'There is no community of that name on this page. Name one that is here, or give the address:',
  'several-communities':
    'This page has several communities. Say which one by its name, as in community="my-community", or give the address:',
  'bad-endpoint': 'The address of the community is not a web address. It looks like this:',
});
export type SetupMessages = ReturnType<typeof setup>;
export default setup;
