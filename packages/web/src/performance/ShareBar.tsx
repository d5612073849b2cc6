const WIDTH = 100;
const MIDDLE = 5;

interface ShareBarProps {
  /** All from 0 to 1. */
  readonly share: number;
  readonly from?: number;
  readonly to?: number;
}

/** A share as a bar with its interval. The numbers stand beside it, so that nobody has to read a drawing. */
export function ShareBar({ share, from, to }: ShareBarProps) {
  return (
    <svg
      className="ch-bar"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="ch-bar__all" x="0" y="0" width={WIDTH} height="10" />
      <rect className="ch-bar__share" x="0" y="1" width={share * WIDTH} height="8" />
      {from === undefined || to === undefined ? null : (
        <line
          className="ch-bar__interval"
          x1={from * WIDTH}
          x2={to * WIDTH}
          y1={MIDDLE}
          y2={MIDDLE}
        />
      )}
    </svg>
  );
}
