import type { Formality } from "@customhouse/client";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { Button } from "../components/Button.tsx";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { TextField } from "../components/TextField.tsx";
import { useKindWords } from "../formality/use-kinds.ts";

const KINDS = ["guarantee", "permit"];
const MOST = 100;

/** Guarantees, accounts and permits have balances under their own number; other accounts are opened by theirs. */
export function AccountList() {
  const { t } = useTranslation();
  const words = useKindWords();
  const found = useQuery({ queryKey: ["formalities", "accounts"], queryFn: withBalances });
  return (
    <>
      <h2 className="govuk-heading-m">{t("account.listTitle")}</h2>
      <Loading query={found}>
        {(items) => (
          <ul className="govuk-list">
            {items.map(({ number, kind }) => (
              <li key={number}>
                <Link to="/accounts/$account" params={{ account: number }} className="govuk-link">
                  <Code>{number}</Code>
                </Link>{" "}
                <span className="ch-muted">{words.kind(kind)}</span>
              </li>
            ))}
          </ul>
        )}
      </Loading>
      <OpenByNumber />
    </>
  );
}

async function withBalances(): Promise<readonly Formality[]> {
  const pages = await Promise.all(KINDS.map((kind) => api.formalities.list({ kind, limit: MOST })));
  return pages.flatMap(({ items }) => items).filter(({ inForce }) => inForce);
}

function OpenByNumber() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [account, setAccount] = useState("");
  const open = (event: FormEvent) => {
    event.preventDefault();
    const wanted = account.trim();
    if (wanted !== "") void navigate({ to: "/accounts/$account", params: { account: wanted } });
  };
  return (
    <form className="ch-search" onSubmit={open} noValidate>
      <TextField
        id="account"
        label={t("account.number")}
        hint={t("account.numberHint")}
        code
        value={account}
        onChange={setAccount}
      />
      <Button type="submit" kind="secondary">
        {t("account.open")}
      </Button>
    </form>
  );
}
