import { useTranslation } from "react-i18next";
import { startSignIn } from "./session.ts";

interface SignInButtonProps {
  readonly className: string;
  readonly returnTo?: string;
  readonly id?: string;
}

export function SignInButton({ className, returnTo = "/", id }: SignInButtonProps) {
  const { t } = useTranslation();
  return (
    <button type="button" id={id} className={className} onClick={() => void startSignIn(returnTo)}>
      {t("session.signIn")}
    </button>
  );
}
