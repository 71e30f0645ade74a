// The licences of what a package really holds: as notices to be read, and as a bill of materials for programs. Pure.
import { z } from 'zod';

const licences = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    identifier: z.string().optional(),
    text: z.string().optional(),
  }),
);

/** A package that is bundled, with the whole text of its licence. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** As the package names its licence; an SPDX expression. */
  readonly identifier: string;
  readonly text: string;
}

/**
 * What the bundles hold, each package once, by name.
 *
 * @param reports the JSON that Vite writes beside each bundle (`build.license`).
 * @throws `Error` for a package that comes without a licence: it must not be shipped.
 */
export function bundledPackages(reports: readonly string[]): Bundled[] {
  const found = new Map<string, Bundled>();
  for (const { name, version, identifier, text } of reports.flatMap((report) =>
    licences.parse(JSON.parse(report)),
  )) {
    if (!identifier || !text)
      throw new Error(`${name} ${version} is bundled and has no licence text in its package.`);
    found.set(`${name}@${version}`, { name, version, identifier, text });
  }
  // By code units, not by the language of the machine: the file has to be the same everywhere.
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, bundled]) => bundled);
}

/**
 * The notices as plain text: what is bundled, then Electron, with all licence texts.
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

/** What the bill of materials is of. */
export interface Billed {
  readonly bundled: readonly Bundled[];
  /** Of the app. */
  readonly version: string;
  /** Of the Electron that is packed. */
  readonly electron: string;
  /** When the commit was made that is built. */
  readonly date: Date;
}

/**
 * The CycloneDX bill of a package, from npm's bill of the whole project: of its components only those that are shipped,
 * and nothing that changes from build to build.
 *
 * @param npmBill what `npm sbom --sbom-format cyclonedx` prints.
 * @throws `Error` for a bundled package that npm does not know.
 */
export function billOfMaterials(npmBill: string, { bundled, version, electron, date }: Billed): string {
  const { components, metadata, bomFormat, specVersion } = bill.parse(JSON.parse(npmBill));
  const shipped = bundled.map((wanted) => {
    const found = components.find((one) => one.name === wanted.name && one.version === wanted.version);
    if (found === undefined) throw new Error(`npm knows no ${wanted.name} ${wanted.version}.`);
    // npm calls everything here a development dependency, since it is bundled and not installed.
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
