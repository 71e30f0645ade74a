// What Electron has to be told on its command line on this machine.

/** What of the machine decides on Electron's command line. */
export interface Seat {
  readonly platform: NodeJS.Platform;
  /** The user's number; 0 is root, undefined where users have none (Windows). */
  readonly user: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The machine and user that this process runs on and as. */
export function thisSeat(): Seat {
  return { platform: process.platform, user: process.getuid?.(), environment: process.env };
}

/**
 * The arguments that Electron needs before the app's own: `--no-sandbox` for root, whom Chromium's sandbox
 * refuses, and the Wayland backend where there is no X display to fall back on.
 */
export function launchArguments(seat: Seat = thisSeat()): string[] {
  return [
    ...(seat.platform === 'linux' && seat.user === 0 ? ['--no-sandbox'] : []),
    ...(seat.environment['WAYLAND_DISPLAY'] && !seat.environment['DISPLAY']
      ? ['--ozone-platform=wayland']
      : []),
  ];
}

/** Whether a window can be shown: everywhere but on a Linux without X and Wayland. */
export function hasDisplay(seat: Seat = thisSeat()): boolean {
  const { DISPLAY: x, WAYLAND_DISPLAY: wayland } = seat.environment;
  return seat.platform !== 'linux' || Boolean(x) || Boolean(wayland);
}
