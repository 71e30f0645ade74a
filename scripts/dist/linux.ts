// Makes the Linux packages that need only the system's own tools: the deb and the tar.gz.
import { chmod, cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { must, projectFolder } from '../processes.ts';
import { linkedPackages, missingLibraries } from '../runtime/decisions.ts';
import {
  changeLog,
  control,
  INSTALLED,
  METAINFO,
  metainfo,
  neededLibc,
  packedMode,
  PROGRAM_FOLDER,
} from './debian.ts';
import type { Edition } from './edition.ts';

/** The sources of a package. */
export interface Contents {
  /** Absolute; the folder with the app. */
  readonly unpacked: string;
  readonly edition: Edition;
  /** The commit date. Every file gets it, so that the same commit gives the same package. */
  readonly date: Date;
  /** Absolute; the output folder. */
  readonly output: string;
  /** Whether to compress little, in a fraction of the time, for tests. */
  readonly light: boolean;
}

/** Runs a program that stamps its output with the commit date. */
function dated(command: string, args: readonly string[], date: Date): Promise<string> {
  return must(command, args, {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(date.getTime() / 1000) },
  });
}

/** All files below a folder, as relative paths. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Writes the tar.gz and returns its name. */
export async function makeTarball({ unpacked, edition, date, output, light }: Contents): Promise<string> {
  const root = `dateline-${edition.version}-linux-${process.arch}`;
  await dated(
    'tar',
    [
      ...['--create', '--file', join(output, `${root}.tar.gz`)],
      `--use-compress-program=gzip --no-name ${light ? '--fast' : '--best'}`,
      ...['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX'],
      `--mtime=@${date.getTime() / 1000}`,
      // Renames only the folder itself, never the targets of links.
      `--transform=s,^${basename(unpacked)},${root},S`,
      ...['--directory', dirname(unpacked), basename(unpacked)],
    ],
    date,
  );
  return `${root}.tar.gz`;
}

/** Copies the files into `tree` as they will be installed. */
async function layOut(tree: string, { unpacked, edition, date }: Contents): Promise<void> {
  await cp(unpacked, join(tree, PROGRAM_FOLDER), { recursive: true });
  const place = async (path: string): Promise<string> => {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    return join(tree, path);
  };
  for (const [from, to] of INSTALLED) {
    const bytes = await readFile(join(projectFolder, from));
    if (to.includes('/man/')) await writeFile(await place(`${to}.gz`), gzipSync(bytes, { level: 9 }));
    else await writeFile(await place(to), bytes);
  }
  const template = await readFile(join(projectFolder, 'packaging/linux', METAINFO), 'utf8');
  await writeFile(await place(`usr/share/metainfo/${METAINFO}`), metainfo(template, edition, date));
  const log = gzipSync(changeLog(edition, date), { level: 9 });
  await writeFile(await place('usr/share/doc/dateline/changelog.gz'), log);
  await symlink(`../${PROGRAM_FOLDER.replace(/^usr\//, '')}/dateline`, await place('usr/bin/dateline'));
}

/**
 * Writes the deb into the output folder and returns its name.
 *
 * @param tree absolute; an empty folder to work in.
 */
export async function makeDeb(contents: Contents, tree: string): Promise<string> {
  const { unpacked, edition, date, output, light } = contents;
  const program = join(unpacked, 'dateline');
  const linked = await dated('ldd', [program], date);
  const missing = missingLibraries(linked);
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is not on this machine to be asked for.`);
  const libc = neededLibc(await readFile(program));
  if (libc === undefined) throw new Error('The program names no version of the C library.');

  await layOut(tree, contents);
  const files = await filesBelow(tree);
  let size = 0;
  const sums: string[] = [];
  for (const path of files) {
    const file = join(tree, path);
    const { mode, size: bytes } = await stat(file);
    await chmod(file, packedMode(path, (mode & 0o100) !== 0));
    size += bytes;
    sums.push(
      `${createHash('md5')
        .update(await readFile(file))
        .digest('hex')}  ${path}\n`,
    );
  }
  const architecture = (await dated('dpkg', ['--print-architecture'], date)).trim();
  const folder = join(tree, 'DEBIAN');
  await mkdir(folder);
  await writeFile(
    join(folder, 'control'),
    control({ edition, architecture, libraries: linkedPackages(linked), libc, size }),
  );
  await writeFile(join(folder, 'md5sums'), sums.join(''));
  for (const script of ['postinst', 'postrm']) {
    await cp(join(projectFolder, 'packaging/linux', script), join(folder, script));
    await chmod(join(folder, script), 0o755);
  }
  await dated('find', [tree, '-type', 'd', '-exec', 'chmod', '0755', '{}', '+'], date);

  const name = `dateline_${edition.debianVersion}_${architecture}.deb`;
  const compression = light ? ['-Zgzip', '-z1'] : ['-Zxz'];
  await dated('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, join(output, name)], date);
  return name;
}
