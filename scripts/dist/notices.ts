// The licences of a package's contents: as notices for readers, and as a bill of materials for programs. Pure.
import { z } from 'zod';

const licences = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    identifier: z.string().optional(),
    text: z.string().optional(),
  }),
);

/** A bundled package with the whole text of its licence. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** The licence as the package names it; an SPDX expression. */
  readonly identifier: string;
  readonly text: string;
}

/**
 * The packages in the bundles, each once, by name.
 *
 * @param reports the JSON that Vite writes next to each bundle (`build.license`).
 * @param texts the licences of packages that publish none with their code, by name.
 * @throws `Error` for a package without a licence: it must not be shipped.
 */
export function bundledPackages(
  reports: readonly string[],
  texts: ReadonlyMap<string, string> = new Map(),
): Bundled[] {
  const found = new Map<string, Bundled>();
  for (const { name, version, identifier, text: own } of reports.flatMap((report) =>
    licences.parse(JSON.parse(report)),
  )) {
    const text = own ?? texts.get(name);
    if (!identifier || !text)
      throw new Error(`${name} ${version} is bundled and has no licence text in its package.`);
    found.set(`${name}@${version}`, { name, version, identifier, text });
  }
  // By code units, not by the machine's language: the file must be the same everywhere.
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, bundled]) => bundled);
}

/**
 * The notices as plain text: the bundled packages, then Electron, with all licence texts.
 *
 * @param electron the licence text that Electron ships.
 */
export function notices(bundled: readonly Bundled[], electron: Omit<Bundled, 'name' | 'identifier'>): string {
  const all = [...bundled, { name: 'Electron', identifier: 'MIT', ...electron }];
  const entries = all.map(({ name, version, identifier, text }) =>
    [
      `${name} ${version} (${identifier.replace(/^\((.*)\)$/, '$1')})`,
      '-'.repeat(72),
      text.replaceAll('\r\n', '\n').trim(),
    ].join('\n'),
  );
  return `${[
    'Dateline is made with the work of others. These are the packages that it contains, with their licences.\n' +
      'Electron contains Chromium and Node.js, whose licences are in LICENSES.chromium.html beside the program.',
    ...entries,
  ].join('\n\n\n')}\n`;
}

const bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() })),
});

/** The subject of the bill of materials. */
export interface Billed {
  readonly bundled: readonly Bundled[];
  /** Of the app. */
  readonly version: string;
  /** Of the packaged Electron. */
  readonly electron: string;
  /** The commit date. */
  readonly date: Date;
}

/**
 * The CycloneDX bill of a package: npm's bill of the whole project, reduced to the shipped components and to values
 * that do not change from build to build.
 *
 * @param npmBill the output of `npm sbom --sbom-format cyclonedx`.
 * @throws `Error` for a bundled package that npm does not know.
 */
export function billOfMaterials(npmBill: string, { bundled, version, electron, date }: Billed): string {
  const { components, metadata, bomFormat, specVersion } = bill.parse(JSON.parse(npmBill));
  const shipped = bundled.map((wanted) => {
    const found = components.find((one) => one.name === wanted.name && one.version === wanted.version);
    if (found === undefined) throw new Error(`npm knows no ${wanted.name} ${wanted.version}.`);
    // npm calls everything here a development dependency, because it is bundled rather than installed.
    return { ...found, scope: 'required', properties: [] };
  });
  const app = `dateline@${version}`;
  const runtime = {
    'bom-ref': `electron@${electron}`,
    type: 'framework',
    name: 'electron',
    version: electron,
    scope: 'required',
    purl: `pkg:npm/electron@${electron}`,
    licenses: [{ license: { id: 'MIT' } }],
  };
  const all = [...shipped, runtime];
  return `${JSON.stringify(
    {
      bomFormat,
      specVersion,
      version: 1,
      metadata: {
        ...metadata,
        timestamp: date.toISOString(),
        component: {
          ...metadata.component,
          'bom-ref': app,
          type: 'application',
          name: 'dateline',
          version,
          purl: `pkg:npm/dateline@${encodeURIComponent(version)}`,
          properties: [],
        },
      },
      components: all,
      dependencies: [
        { ref: app, dependsOn: all.map((component) => component['bom-ref']) },
        ...all.map((component) => ({ ref: component['bom-ref'], dependsOn: [] })),
      ],
    },
    null,
    2,
  )}\n`;
}
