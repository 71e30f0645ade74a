// Reads the command line of the stand-in runtime like Electron's own default app.

/** The request: the version, an app (with modules to load before it), or nothing. */
export type Request =
  | { readonly kind: 'version' }
  | { readonly kind: 'app'; readonly path: string; readonly modules: readonly string[] }
  | { readonly kind: 'nothing' };

/**
 * Reads the arguments after the executable. The first that is not an option names the app; `-r` and `--require` name a
 * module to load before it; `--app=` names the app; `-v` and `--version` request the version. Arguments after the app
 * are the app's own, and other options belong to Chromium or Node.
 */
export function parseArguments(args: readonly string[]): Request {
  const modules: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '-v' || argument === '--version') return { kind: 'version' };
    if (argument === '-r' || argument === '--require') {
      index += 1;
      const name = args[index];
      if (name !== undefined) modules.push(name);
    } else if (argument.startsWith('--app=')) {
      return { kind: 'app', path: argument.slice('--app='.length), modules };
    } else if (!argument.startsWith('-')) {
      return { kind: 'app', path: argument, modules };
    }
  }
  return { kind: 'nothing' };
}
