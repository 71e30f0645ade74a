// The picture in the preview: painted from its bytes, small or at 100 %, where it is moved by dragging.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scrollTo, shareAt, type Share } from './enlarging.ts';

/** The picture to paint. */
export interface PictureProps {
  readonly png: Uint8Array;
  readonly transparent: boolean;
  /** Whether it lags behind the choices. */
  readonly stale: boolean;
  /** The figure's size in CSS pixels, for 100 %; `null` to show all of it in the place that there is. */
  readonly full: { readonly width: number; readonly height: number } | null;
  /** The picture's pixels to a CSS pixel of the figure if it was drawn for 100 %, else `null`. */
  readonly scale: number | null;
  /** The point of the picture that stands in the middle as soon as it is at 100 %. */
  readonly at: Share;
  /** Called when the reader clicks a point of the whole picture. */
  readonly onEnlarge: (at: Share) => void;
}

/** Drawn from its bytes, because the page may load neither blob: nor data: addresses. */
export function Picture({ png, transparent, stale, full, scale, at, onEnlarge }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** The picture on the canvas. */
  const [painted, setPainted] = useState<{ png: Uint8Array; width: number; height: number } | null>(null);
  useEffect(() => {
    let wanted = true;
    void createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' })).then((bitmap) => {
      const { current } = canvas;
      if (wanted && current !== null) {
        current.width = bitmap.width;
        current.height = bitmap.height;
        current.getContext('2d')?.drawImage(bitmap, 0, 0);
        setPainted({ png, width: bitmap.width, height: bitmap.height });
      }
      bitmap.close();
    });
    return () => {
      wanted = false;
    };
  }, [png]);

  const enlarged = full !== null;
  // A pixel of the picture is one of the screen, also where a width on paper is no whole number of pixels.
  const exact =
    painted?.png === png && scale !== null
      ? { width: painted.width / scale, height: painted.height / scale }
      : full;
  useLayoutEffect(() => {
    const sight = canvas.current?.parentElement;
    if (full !== null && sight)
      sight.scrollTo(scrollTo(at, full, { width: sight.clientWidth, height: sight.clientHeight }));
    // Only as it is enlarged: a later change of its size leaves the reader where they are.
  }, [enlarged, at]);

  const classes = [
    'preview-picture',
    transparent ? 'transparent' : '',
    stale ? 'stale' : '',
    enlarged ? 'full' : '',
  ];
  return (
    <canvas
      ref={canvas}
      class={classes.filter(Boolean).join(' ')}
      style={!enlarged || exact === null ? {} : { width: `${exact.width}px`, height: `${exact.height}px` }}
      role="img"
      aria-label="Preview of the figure"
      aria-busy={painted?.png !== png}
      onClick={(event) => {
        if (!enlarged) onEnlarge(shareAt(event, event.currentTarget.getBoundingClientRect()));
      }}
      onPointerDown={(event) => {
        if (enlarged && event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          event.currentTarget.parentElement?.scrollBy(-event.movementX, -event.movementY);
      }}
    />
  );
}
