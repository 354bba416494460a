const link = () => ({
  already: 'This is already here:',
});
export type LinkMessages = ReturnType<typeof link>;
export default link;
