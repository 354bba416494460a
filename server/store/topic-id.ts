/** The id of a topic from its label: lower case, words joined by hyphens, letters of every script kept; at most 64 characters. */
export function topicId(label: string): string {
  return [
    ...label
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}+#.]+/gu, '-'),
  ]
    .slice(0, 64)
    .join('')
    .replace(/^[-.]+|[-.]+$/g, '');
}
