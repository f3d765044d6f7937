/** An entry that somebody wrote, and not what every object of JavaScript has. */
export function own<T>(group: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return group && Object.hasOwn(group, name) ? group[name] : undefined;
}
