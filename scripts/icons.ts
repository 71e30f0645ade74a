// `npm run icons`: draws the icons of the app and its documents from their SVGs, in every size and format.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { icns, ICNS_SIZES, ico, type Picture } from './icons/containers.ts';
import { complaint, projectFolder, capture } from './processes.ts';

/** Pixels a side: the sizes of the hicolor theme, and up to 256 those of Windows as well. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

const resources = join(projectFolder, 'resources');
const folder = join(resources, 'icons');

async function draw(svg: string, size: number): Promise<Picture> {
  const [source, drawn] = [join(folder, 'drawing.svg'), join(folder, 'drawing.png')];
  await writeFile(source, svg);
  const sizes = ['--width', String(size), '--height', String(size)];
  const finished = await capture('rsvg-convert', [...sizes, source, '--output', drawn]);
  if (finished.code !== 0) {
    const [reason = 'rsvg-convert failed'] = complaint(finished);
    throw new Error(`${reason}; it is in Debian's librsvg2-bin and Homebrew's librsvg.`);
  }
  const png = await readFile(drawn);
  await Promise.all([rm(source), rm(drawn)]);
  return { size, png };
}

async function drawAll(svg: string, sizes: readonly number[]): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const size of sizes) pictures.push(await draw(svg, size));
  return pictures;
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder);
for (const name of ['icon', 'document']) {
  const svg = await readFile(join(resources, `${name}.svg`), 'utf8');
  const pictures = await drawAll(svg, SIZES);
  for (const { size, png } of pictures) await writeFile(join(folder, `${name}-${size}.png`), png);
  await writeFile(join(folder, `${name}.ico`), ico(pictures.filter(({ size }) => size <= 256)));
  // Apple's icons fill 824 of 1,024 pixels. https://developer.apple.com/design/human-interface-guidelines/app-icons
  const withMargin = svg.replace('viewBox="0 0 512 512"', 'viewBox="-62 -62 636 636"');
  await writeFile(join(folder, `${name}.icns`), icns(await drawAll(withMargin, ICNS_SIZES)));
}
