// Takes an iCalendar file apart into components and properties, each with its line. RFC 5545, sections 3.1 to 3.4.

/** A property: `DTSTART;TZID=Europe/Paris:20200305T100000`. */
export interface Property {
  /** In capitals. */
  readonly name: string;
  /** By name in capitals; of several values the first. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As written, with its escapes. */
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/** A component: a calendar, an event, a time zone. */
export interface Component {
  /** In capitals; empty for the file. */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
  readonly line: number;
}

/** A line that is none of the format's. */
export type OnFault = (line: number, reason: string) => void;

/** The deepest nesting that is read; events with alarms in a calendar need three levels. */
const DEEPEST = 16;

interface Open {
  readonly name: string;
  readonly properties: Property[];
  readonly components: Component[];
  readonly line: number;
}

/** Reads a file. Lines that cannot be read are reported, and the rest is read all the same. */
export function readComponents(text: string, onFault: OnFault): Component {
  const file: Open = { name: '', properties: [], components: [], line: 1 };
  const open: Open[] = [file];
  for (const { content, line } of unfolded(text)) {
    if (content.trim() === '') continue;
    const found = propertyIn(content, line);
    const current = open.at(-1) ?? file;
    if (found === null) {
      onFault(line, 'The line is no property of iCalendar, and was left out');
    } else if (found.name === 'BEGIN') {
      const name = found.value.trim().toUpperCase();
      if (open.length > DEEPEST) onFault(line, `More than ${DEEPEST} components stand within each other`);
      else {
        const inner: Open = { name, properties: [], components: [], line };
        current.components.push(inner);
        open.push(inner);
      }
    } else if (found.name === 'END') {
      const name = found.value.trim().toUpperCase();
      const at = open.findLastIndex((one) => one.name === name);
      if (at > 0) {
        if (at < open.length - 1) onFault(line, `${open.at(-1)?.name ?? ''} does not end before ${name}`);
        open.length = at;
      } else onFault(line, `${name} ends, but did not begin`);
    } else current.properties.push(found);
  }
  if (open.length > 1)
    onFault(
      open.at(-1)?.line ?? 1,
      `${open.at(-1)?.name ?? ''} begins and never ends; the file may be cut off`,
    );
  return file;
}

/** Joins the lines that were folded, which begin with a space or tab. */
function* unfolded(text: string): Generator<{ readonly content: string; readonly line: number }> {
  let pieces: string[] = [];
  let [first, line] = [1, 0];
  for (let at = 0; at <= text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const one = text.slice(at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    line += 1;
    at = end + 1;
    if ((one.startsWith(' ') || one.startsWith('\t')) && pieces.length > 0) pieces.push(one.slice(1));
    else {
      if (pieces.length > 0) yield { content: pieces.join(''), line: first };
      pieces = [one];
      first = line;
    }
  }
  if (pieces.length > 0) yield { content: pieces.join(''), line: first };
}

const NAME = /^[A-Za-z0-9-]{1,80}(?=[;:])/;

/** Reads a line, or `null` if it is no property. */
function propertyIn(content: string, line: number): Property | null {
  const name = NAME.exec(content)?.[0];
  if (name === undefined) return null;
  const parameters = new Map<string, string>();
  let at = name.length;
  while (content[at] === ';') {
    const equals = content.indexOf('=', at);
    // A colon before it would begin the value.
    if (equals < 0 || content.slice(at, equals).includes(':')) return null;
    const key = content
      .slice(at + 1, equals)
      .trim()
      .toUpperCase();
    let end = equals + 1;
    let quoted = false;
    while (end < content.length && (quoted || (content[end] !== ';' && content[end] !== ':'))) {
      if (content[end] === '"') quoted = !quoted;
      end += 1;
    }
    if (quoted) return null;
    if (!parameters.has(key)) parameters.set(key, parameterIn(content.slice(equals + 1, end)));
    at = end;
  }
  if (content[at] !== ':') return null;
  return { name: name.toUpperCase(), parameters, value: content.slice(at + 1), line };
}

/** A parameter without its quotation marks, and with those that RFC 6868 writes as `^'`. */
function parameterIn(written: string): string {
  return written
    .replace(/"/g, '')
    .replace(/\^([n'^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : sign));
}

/** Text without its escapes. */
export function unescaped(value: string): string {
  return value.replace(/\\([\\;,:"nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** The entries of a list, without their escapes. */
export function entriesOf(value: string): string[] {
  return [...value.matchAll(/(?:\\.|[^\\,]|\\$)+/g)]
    .map(([entry]) => unescaped(entry).trim())
    .filter((entry) => entry !== '');
}

/** The first property with a name. */
export function property({ properties }: Component, name: string): Property | undefined {
  return properties.find((one) => one.name === name);
}

/** All properties with a name. */
export function propertiesOf({ properties }: Component, name: string): readonly Property[] {
  return properties.filter((one) => one.name === name);
}
