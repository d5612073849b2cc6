/** The words of the sign-in page, in the languages of the portal. */
import type { Language } from "@customhouse/model";

export interface SignInWords {
  readonly title: string;
  readonly error: string;
  readonly demoTitle: string;
  readonly demoText: string;
  readonly passwordTitle: string;
  readonly username: string;
  readonly password: string;
  readonly submit: string;
  readonly expired: string;
  readonly tooMany: string;
  readonly wrong: string;
}

export const signInWords: Readonly<Record<Language, SignInWords>> = {
  en: {
    title: "Sign in to Customhouse",
    error: "Error",
    demoTitle: "Try it as",
    demoText: "This is a demonstration: these people do not exist and need no password.",
    passwordTitle: "With a password",
    username: "User name",
    password: "Password",
    submit: "Sign in",
    expired: "This sign-in has expired. Go back and start again.",
    tooMany: "Too many attempts. Wait a minute.",
    wrong: "That user name and password do not match.",
  },
  fr: {
    title: "Se connecter à Customhouse",
    error: "Erreur",
    demoTitle: "Essayer en tant que",
    demoText:
      "Ceci est une démonstration : ces personnes n'existent pas et n'ont pas besoin de mot de passe.",
    passwordTitle: "Avec un mot de passe",
    username: "Nom d'utilisateur",
    password: "Mot de passe",
    submit: "Se connecter",
    expired: "Cette connexion a expiré. Revenez en arrière et recommencez.",
    tooMany: "Trop de tentatives. Attendez une minute.",
    wrong: "Le nom d'utilisateur et le mot de passe ne correspondent pas.",
  },
  es: {
    title: "Iniciar sesión en Customhouse",
    error: "Error",
    demoTitle: "Probar como",
    demoText: "Esto es una demostración: estas personas no existen y no necesitan contraseña.",
    passwordTitle: "Con contraseña",
    username: "Nombre de usuario",
    password: "Contraseña",
    submit: "Iniciar sesión",
    expired: "Este inicio de sesión ha caducado. Vuelva atrás y empiece de nuevo.",
    tooMany: "Demasiados intentos. Espere un minuto.",
    wrong: "El nombre de usuario y la contraseña no coinciden.",
  },
  ar: {
    title: "تسجيل الدخول إلى Customhouse",
    error: "خطأ",
    demoTitle: "جرّب بصفة",
    demoText: "هذا عرض توضيحي: هؤلاء الأشخاص غير موجودين ولا يحتاجون إلى كلمة مرور.",
    passwordTitle: "بكلمة مرور",
    username: "اسم المستخدم",
    password: "كلمة المرور",
    submit: "تسجيل الدخول",
    expired: "انتهت صلاحية هذا الدخول. ارجع وابدأ من جديد.",
    tooMany: "محاولات كثيرة. انتظر دقيقة.",
    wrong: "اسم المستخدم وكلمة المرور غير متطابقين.",
  },
};

/** The first language of the request (`ui_locales`, space-separated) that the page speaks. */
export function signInLanguage(locales: unknown): Language {
  const wanted = typeof locales === "string" ? locales.split(" ") : [];
  const known = wanted
    .map((one) => one.slice(0, 2).toLowerCase())
    .find((one) => Object.hasOwn(signInWords, one));
  return (known as Language | undefined) ?? "en";
}
