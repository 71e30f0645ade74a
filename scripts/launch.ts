// Electron's command-line arguments on this machine.

/** The facts about the machine that decide. */
export interface Seat {
  readonly platform: NodeJS.Platform;
  /** The user's id: 0 is root, undefined on Windows. */
  readonly user: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The current machine and user. */
export function thisSeat(): Seat {
  return { platform: process.platform, user: process.getuid?.(), environment: process.env };
}

/**
 * The arguments that Electron needs before the app's own: `--no-sandbox` for root, for whom Chromium's sandbox does not
 * work, and the Wayland backend if there is no X display to fall back on.
 */
export function launchArguments(seat: Seat = thisSeat()): string[] {
  return [
    ...(seat.platform === 'linux' && seat.user === 0 ? ['--no-sandbox'] : []),
    ...(seat.environment['WAYLAND_DISPLAY'] && !seat.environment['DISPLAY']
      ? ['--ozone-platform=wayland']
      : []),
  ];
}

/** Keeps back Chromium's own complaints, of a missing message bus and the like, which help nobody here. */
export const QUIET = '--log-level=3';

/** Whether a window can appear: everywhere except on a Linux without X and Wayland. */
export function hasDisplay(seat: Seat = thisSeat()): boolean {
  const { DISPLAY: x, WAYLAND_DISPLAY: wayland } = seat.environment;
  return seat.platform !== 'linux' || Boolean(x) || Boolean(wayland);
}
