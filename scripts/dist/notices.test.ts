// The notices and the bill of materials name exactly what is shipped.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { billOfMaterials, bundledPackages, notices } from './notices.ts';

const preact = { name: 'preact', version: '10.0.0', identifier: 'MIT', text: 'Preact’s text\r\n' };
const zod = { name: 'zod', version: '4.0.0', identifier: '(Apache-2.0 OR MIT)', text: 'Zod’s text' };

test('a package in several bundles is named once, and the order is that of the names', () => {
  const reports = [JSON.stringify([zod]), JSON.stringify([]), JSON.stringify([preact, zod])];
  expect(bundledPackages(reports)).toEqual([preact, zod]);
});

test('what comes without a licence stops the build', () => {
  const report = JSON.stringify([{ name: 'mystery', version: '1.0.0', identifier: 'MIT' }]);
  expect(() => bundledPackages([report])).toThrow('mystery 1.0.0 is bundled and has no licence text');
});

test('a package that publishes no licence with its code gets that of its repository', () => {
  const report = JSON.stringify([{ name: 'mystery', version: '1.0.0', identifier: 'MIT' }]);
  expect(bundledPackages([report], new Map([['mystery', 'Its text']]))).toMatchObject([{ text: 'Its text' }]);
});

test('the notices hold every name, version and text', () => {
  const text = notices([preact, zod], { version: '45.4.1', text: 'Electron’s text' });
  for (const part of [
    'preact 10.0.0 (MIT)',
    'Preact’s text\n',
    'zod 4.0.0 (Apache-2.0 OR MIT)',
    'Electron 45.4.1 (MIT)',
    'Electron’s text',
    'LICENSES.chromium.html',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('\r');
});

const npmBill = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: 'urn:uuid:random',
  version: 1,
  metadata: { timestamp: 'now', component: { 'bom-ref': 'dateline@0.1.0', name: 'a-folder' } },
  components: [
    { 'bom-ref': 'zod@4.0.0', name: 'zod', version: '4.0.0', scope: 'optional', hashes: ['h'] },
    { 'bom-ref': 'eslint@10.0.0', name: 'eslint', version: '10.0.0' },
  ],
  dependencies: [{ ref: 'dateline@0.1.0', dependsOn: ['eslint@10.0.0'] }],
});
const billed = { version: '0.1.0+standin', electron: '33.2.1', date: new Date('2026-01-02T03:04:05Z') };

test('the bill holds what is bundled and Electron, and no tool of the build', () => {
  const bill = billOfMaterials(npmBill, { ...billed, bundled: [zod] });
  const { components, metadata } = z
    .object({
      components: z.array(z.object({ name: z.string(), version: z.string(), scope: z.string() })),
      metadata: z.object({
        timestamp: z.string(),
        component: z.object({ name: z.string(), version: z.string() }),
      }),
    })
    .parse(JSON.parse(bill));
  expect(components).toEqual([
    { name: 'zod', version: '4.0.0', scope: 'required' },
    { name: 'electron', version: '33.2.1', scope: 'required' },
  ]);
  expect(metadata).toEqual({
    timestamp: '2026-01-02T03:04:05.000Z',
    component: { name: 'dateline', version: '0.1.0+standin' },
  });
  expect(bill).not.toMatch(/random|eslint|a-folder/);
});

test('a bundled package that npm does not know stops the build', () => {
  expect(() => billOfMaterials(npmBill, { ...billed, bundled: [preact] })).toThrow(
    'npm knows no preact 10.0.0',
  );
});
