/// <reference types="vite/client" />
// docs/security.md lists all twenty points of Electron's checklist, each with an existing test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import page from '../../../docs/security.md?raw';

const ROOT = join(import.meta.dirname, '../../..');

const rows = page
  .split('\n')
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()))
  .filter(([number]) => /^\d+$/.test(number ?? ''));

describe('the checklist', () => {
  it('has every point, in order', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, point) => point + 1),
    );
  });

  it.each(rows)('point %s, “%s”, is held by a test', (_number, _point, _here, heldBy) => {
    const named = [...heldBy.matchAll(/`([^`]+)` “([^”]+)”/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file = '', name = ''] of named) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      const source = readFileSync(join(ROOT, file), 'utf8');
      const heads = ['test', 'it', 'describe'].map((kind) => `${kind}('${name}'`);
      expect(
        heads.some((head) => source.includes(head)),
        `${file}: ${name}`,
      ).toBe(true);
    }
  });
});
