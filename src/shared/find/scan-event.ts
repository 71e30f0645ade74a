// Meets the searched texts and the quotes of an event in its JSON, without making values of it. Pure.

/** Hears of an event's parts, by their bytes. Texts stand between quotation marks. */
export interface EventVisitor {
  /**
   * A text that a search looks at.
   *
   * @param hash of the bytes.
   * @param isEscaped whether JSON's escapes are among them.
   * @param member {@link TITLE} or {@link LABEL} if it is one of these.
   * @returns `false` if nothing more of the event is wanted.
   */
  readonly text: (
    from: number,
    to: number,
    hash: number,
    isEscaped: boolean,
    member: number,
  ) => boolean | undefined;
  /** A quote: the id of its article as it stands there, without escapes, and its offsets in the article's text. */
  readonly quote: (idFrom: number, idTo: number, start: number, end: number) => void;
}

const [QUOTATION_MARK, COMMA, COLON, BACKSLASH, SPACE] = [0x22, 0x2c, 0x3a, 0x5c, 0x20];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
const [ZERO, NINE] = [0x30, 0x39];

const encoder = new TextEncoder();
const inBytes = (names: readonly string[]): readonly Uint8Array[] =>
  names.map((name) => encoder.encode(name));

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

/**
 * Prepares a scanner.
 *
 * @returns a function that scans an event whose JSON was checked, from one byte to before another. It returns `false`
 *   where only `JSON.parse` can tell what the event says: names that stand twice or are written with escapes, numbers with
 *   an exponent. What the visitor heard then counts for nothing.
 */
export function createEventScanner(
  visitor: EventVisitor,
): (bytes: Uint8Array, from: number, to: number) => boolean {
  let bytes: Uint8Array = new Uint8Array();
  let at = 0;
  let last = 0;
  let isClear = true;
  /** The text passed last. */
  let [from, to, hash, isEscaped] = [0, 0, 0, false];

  /** The next byte that is no white space. */
  function next(): number {
    while (at < last && (bytes[at] ?? 0) <= SPACE) at += 1;
    return bytes[at] ?? 0;
  }

  function passText(): void {
    at += 1;
    from = at;
    hash = 0;
    isEscaped = false;
    for (; at < last && bytes[at] !== QUOTATION_MARK; at += 1) {
      if (bytes[at] === BACKSLASH) {
        isEscaped = true;
        at += 1;
      }
      hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    }
    to = at;
    at += 1;
  }

  /** Passes a text that must be one. */
  function heardText(member = OTHER): void {
    if (next() !== QUOTATION_MARK) isClear = false;
    else {
      passText();
      if (visitor.text(from, to, hash, isEscaped, member) === false) at = last;
    }
  }
  const heardEntry = (): void => {
    heardText();
  };

  function passValue(): void {
    let depth = 0;
    do {
      const byte = next();
      if (byte === QUOTATION_MARK) passText();
      else if (byte === OPENING_BRACE || byte === OPENING_BRACKET) {
        depth += 1;
        at += 1;
      } else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) {
        depth -= 1;
        at += 1;
      } else if (byte === COMMA || byte === COLON) at += 1;
      else passWord();
    } while (depth > 0 && at < last);
  }

  /** Passes a number, or `true` and the like. */
  function passWord(): void {
    for (; at < last; at += 1) {
      const byte = bytes[at];
      if (byte === COMMA || byte === CLOSING_BRACE || byte === CLOSING_BRACKET || (byte ?? 0) <= SPACE)
        return;
    }
  }

  function wholeNumber(): number {
    next();
    let number = 0;
    for (; at < last; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === COMMA || byte === CLOSING_BRACE || byte <= SPACE) break;
      if (byte < ZERO || byte > NINE) isClear = false;
      number = 10 * number + byte - ZERO;
    }
    return number;
  }

  /** Passes an object, and calls `member` at the value of each of its members, which has to pass it. */
  function passObject(names: readonly Uint8Array[], member: (name: number) => void): void {
    if (next() !== OPENING_BRACE) {
      isClear = false;
      return;
    }
    at += 1;
    let known = 0;
    while (isClear && at < last) {
      const byte = next();
      if (byte === COMMA) at += 1;
      else if (byte === QUOTATION_MARK) {
        passText();
        if (isEscaped) isClear = false;
        const name = nameOf(names);
        if (name !== OTHER && (known & (1 << name)) !== 0) isClear = false;
        known |= name === OTHER ? 0 : 1 << name;
        next();
        at += 1;
        if (name === OTHER) passValue();
        else member(name);
      } else break;
    }
    at += 1;
  }

  function nameOf(names: readonly Uint8Array[]): number {
    const length = to - from;
    for (let name = 0; name < names.length; name += 1) {
      const known = names[name];
      if (known?.length !== length) continue;
      let place = 0;
      while (place < length && known[place] === bytes[from + place]) place += 1;
      if (place === length) return name;
    }
    return OTHER;
  }

  function passList(entry: () => void): void {
    if (next() !== OPENING_BRACKET) {
      isClear = false;
      return;
    }
    at += 1;
    while (isClear && at < last) {
      const byte = next();
      if (byte === COMMA) at += 1;
      else if (byte === CLOSING_BRACKET) break;
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
      if (next() !== QUOTATION_MARK) isClear = false;
      else passText();
      if (isEscaped) isClear = false;
      [idFrom, idTo] = [from, to];
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
