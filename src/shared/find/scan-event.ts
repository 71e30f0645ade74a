// Meets the searched texts and the quotes of an event in its JSON, without making values of it. Pure.

/** Hears of an event's parts, by their bytes. */
export interface EventVisitor {
  /**
   * A text that a search looks at; {@link textIn} reads it.
   *
   * @param member {@link TITLE} or {@link LABEL} if it is one of these.
   * @returns `false` if nothing more of the event is wanted.
   */
  readonly text: (from: number, to: number, member: number) => boolean | undefined;
  /** A quote: the id of its article, a text too, and its offsets in the article's text. */
  readonly quote: (idFrom: number, idTo: number, start: number, end: number) => void;
}

const [QUOTATION_MARK, COMMA, BACKSLASH, SPACE] = [0x22, 0x2c, 0x5c, 0x20];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
const [ZERO, NINE] = [0x30, 0x39];

const NOTHING: Uint8Array = new Uint8Array();
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Names with the quotation mark that ends them. */
const inBytes = (names: readonly string[]): readonly Uint8Array[] =>
  names.map((name) => encoder.encode(`${name}"`));

const EVENT = inBytes(['title', 'label', 'place', 'description', 'tags', 'participants', 'evidence']);
/** The text is the event's title. */
export const TITLE = 0;
/** The text stands for the title on a mark. */
export const LABEL = 1;
const [TAGS, PARTICIPANTS, EVIDENCE] = [4, 5, 6];
const PERSON = inBytes(['name', 'role']);
const QUOTE = inBytes(['article', 'quote', 'start', 'end']);
const [WORDS, START, END] = [1, 2, 3];
/** A name that no list has. */
const OTHER = -1;

/** A text that stands between two quotation marks, from one byte to before another. */
export function textIn(bytes: Uint8Array, from: number, to: number): string {
  const text = decoder.decode(bytes.subarray(from, to));
  return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
}

/**
 * Prepares a scanner.
 *
 * @returns a function that scans an event whose JSON was checked, from one byte to before another. It returns `false`
 *   where only `JSON.parse` can tell what the event says: names that stand twice or are written with escapes. What the
 *   visitor heard then counts for nothing.
 */
export function createEventScanner(
  visitor: EventVisitor,
): (bytes: Uint8Array, from: number, to: number) => boolean {
  let bytes = NOTHING;
  let at = 0;
  let last = 0;
  let isClear = true;

  /** Passes a text that must be one. */
  function heardText(member = OTHER): void {
    if (bytes[at] !== QUOTATION_MARK) {
      isClear = false;
      return;
    }
    const from = at + 1;
    const to = textEnd(bytes, at);
    at = to + 1;
    if (visitor.text(from, to, member) === false) at = last;
  }
  const heardEntry = (): void => {
    heardText();
  };

  function wholeNumber(): number {
    const from = at;
    let number = 0;
    for (; at < last; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === COMMA || byte === CLOSING_BRACE || byte <= SPACE) break;
      // A point or an exponent makes it none of these.
      number = byte < ZERO || byte > NINE ? NaN : 10 * number + byte - ZERO;
    }
    return Number.isNaN(number) ? Number(decoder.decode(bytes.subarray(from, at))) : number;
  }

  /** Passes an object, and calls `member` at the value of each of its members that has a name, which has to pass it. */
  function passObject(names: readonly Uint8Array[], member: (name: number) => void): void {
    if (bytes[at] !== OPENING_BRACE) {
      isClear = false;
      return;
    }
    at += 1;
    let known = 0;
    while (isClear && at < last) {
      const byte = bytes[at];
      if (byte === CLOSING_BRACE) break;
      if (byte !== QUOTATION_MARK) at += 1;
      else {
        const name = nameAt(bytes, at + 1, names);
        const nameEnd = name === OTHER ? textEnd(bytes, at) : at + (names[name]?.length ?? 0);
        const value = valueStart(bytes, nameEnd);
        if (name === OTHER) {
          if (hasEscape(bytes, at, nameEnd)) isClear = false;
          at = valueEnd(bytes, value);
        } else {
          if ((known & (1 << name)) !== 0) isClear = false;
          known |= 1 << name;
          at = value;
          member(name);
        }
      }
    }
    at += 1;
  }

  function passList(entry: () => void): void {
    if (bytes[at] !== OPENING_BRACKET) {
      isClear = false;
      return;
    }
    at += 1;
    while (isClear && at < last) {
      const byte = bytes[at] ?? 0;
      if (byte === CLOSING_BRACKET) break;
      if (byte === COMMA || byte <= SPACE) at += 1;
      else entry();
    }
    at += 1;
  }

  const passPerson = (): void => {
    passObject(PERSON, heardEntry);
  };
  let [idFrom, idTo, start, end] = [0, 0, 0, 0];
  const passOfQuote = (name: number): void => {
    if (name === START) start = wholeNumber();
    else if (name === END) end = wholeNumber();
    else if (name === WORDS) heardText();
    else {
      idFrom = at + 1;
      idTo = textEnd(bytes, at);
      if (bytes[at] !== QUOTATION_MARK) isClear = false;
      at = idTo + 1;
    }
  };
  const passQuote = (): void => {
    passObject(QUOTE, passOfQuote);
    if (isClear) visitor.quote(idFrom, idTo, start, end);
  };
  const passOfEvent = (name: number): void => {
    if (name === TAGS) passList(heardEntry);
    else if (name === PARTICIPANTS) passList(passPerson);
    else if (name === EVIDENCE) passList(passQuote);
    else heardText(name);
  };

  return (given, first, behind) => {
    bytes = given;
    at = first;
    last = behind;
    isClear = true;
    passObject(EVENT, passOfEvent);
    return isClear;
  };
}

// The loops over bytes stand by themselves: what a closure shares is read and written anew at each step.

/** The quotation mark that ends a text. @param at the one that begins it. */
function textEnd(bytes: Uint8Array, at: number): number {
  const { length } = bytes;
  for (at += 1; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTATION_MARK) break;
    if (byte === BACKSLASH) at += 1;
  }
  return at;
}

/** Where the value of a member begins. @param at the quotation mark that ends its name. */
function valueStart(bytes: Uint8Array, at: number): number {
  // Between the two there is a colon, with white space before and behind.
  return firstSolid(bytes, firstSolid(bytes, at + 1) + 1);
}

/** The next byte that is no white space. */
function firstSolid(bytes: Uint8Array, at: number): number {
  const { length } = bytes;
  while (at < length && (bytes[at] ?? 0) <= SPACE) at += 1;
  return at;
}

/** Where a text, a list or an object ends; somewhere within a number or a word. */
function valueEnd(bytes: Uint8Array, at: number): number {
  const { length } = bytes;
  let depth = 0;
  do {
    const byte = bytes[at];
    if (byte === QUOTATION_MARK) at = textEnd(bytes, at);
    else if (byte === OPENING_BRACE || byte === OPENING_BRACKET) depth += 1;
    else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) depth -= 1;
    at += 1;
  } while (depth > 0 && at < length);
  return at;
}

/** Which of some names stands there. */
function nameAt(bytes: Uint8Array, from: number, names: readonly Uint8Array[]): number {
  for (let name = 0; name < names.length; name += 1) {
    const known = names[name] ?? NOTHING;
    let place = 0;
    while (place < known.length && known[place] === bytes[from + place]) place += 1;
    if (place === known.length) return name;
  }
  return OTHER;
}

function hasEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) if (bytes[place] === BACKSLASH) return true;
  return false;
}
