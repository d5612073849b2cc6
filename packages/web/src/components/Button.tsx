import type { ReactNode } from "react";

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: "primary" | "secondary" | "warning";
  readonly type?: "button" | "submit";
  readonly onClick?: () => void;
  /** While something is under way a second click does nothing; the button stays focusable. */
  readonly busy?: boolean;
}

export function Button({
  children,
  kind = "primary",
  type = "button",
  onClick,
  busy,
}: ButtonProps) {
  const variant = kind === "primary" ? "" : ` govuk-button--${kind}`;
  return (
    <button
      type={type}
      className={`govuk-button${variant}`}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
