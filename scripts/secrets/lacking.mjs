/**
 * What is wrong with a Secret of the cluster, a line for each key. Values are looked at and never repeated.
 *
 * @param {{ name: string, namespace: string, keys: Readonly<Record<string, string>>, files?: readonly string[] }} expected
 * @param {{ data?: Readonly<Record<string, string>> } | undefined} found the Secret as kubectl gives it, if it is there
 * @returns {string[]}
 */
export function lacking({ name, namespace, keys, files = [] }, found) {
  const place = `${namespace}/${name}`;
  if (!found) return [`${place}  is missing`];
  return Object.keys(keys).flatMap((key) => {
    const value = Buffer.from(found.data?.[key] ?? '', 'base64').toString();
    if (value === '') return [`${place}  has no key ${key}, or nothing in it`];
    const breaks = /[\r\n]$/.test(value) && !files.includes(key);
    return breaks ? [`${place}  the value of ${key} ends in a line break; make it again without one`] : [];
  });
}
