const group = () => ({
  label: 'Group',
  all: 'All groups',
  one: (name: string, count: string) => `${name} (${count})`,
});
export type GroupMessages = ReturnType<typeof group>;
export default group;
