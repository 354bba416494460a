/* What script libraries of the time before ECMAScript 5 did to pages, and hotkeys that swallow letters. */
Array.prototype.toJSON = function () {
  return '[' + this.join(', ') + ']';
};
document.addEventListener('keydown', function (event) {
  if (event.key === 's' || event.key === 'Backspace') event.preventDefault();
});
