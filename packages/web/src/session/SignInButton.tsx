import { useTranslation } from "react-i18next";
import { startSignIn } from "./session.ts";

interface SignInButtonProps {
  readonly className: string;
  readonly returnTo?: string;
}

export function SignInButton({ className, returnTo = "/" }: SignInButtonProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className={className} onClick={() => void startSignIn(returnTo)}>
      {t("session.signIn")}
    </button>
  );
}
