import { Loader } from "@mantine/core";
import { Fragment, lazy, type ReactNode, Suspense, useState } from "react";
import { useLocation } from "react-router";
import type { Session } from "@/api";
import { t } from "@/i18n";
import { ErrorPanel, useHasOpenForm } from "@/ui";
import { useSession } from "./queries";
import { SignInPage } from "./SignInPage";
import classes from "./session.module.css";

const SessionEnded = lazy(async () => ({ default: (await import("./SessionEnded")).SessionEnded }));

/**
 * Shows the sign-in page in place of the content to whoever is signed out, and brings them back to it. What people are
 * typing below stays: a failure to ask again takes nothing away, and a session that ends under an open form asks in front
 * of it. Whoever signs in then as somebody else begins anew.
 */
export function SessionGate({ children }: { children: (session: Session) => ReactNode }) {
  const session = useSession();
  const location = useLocation();
  const hasOpenForm = useHasOpenForm();
  const [begun, setBegun] = useState<Session | null>(null);
  if (session.data === undefined) {
    return session.isError ? <ErrorPanel error={session.error} onRetry={() => session.refetch()} /> : <Splash />;
  }
  if (session.data.signedIn && session.data !== begun) setBegun(session.data);
  const shown = session.data.signedIn ? session.data : hasOpenForm ? begun : null;
  if (shown === null) return <SignInPage returnTo={location.pathname + location.search} />;
  return (
    <>
      <Fragment key={shown.user?.email}>{children(shown)}</Fragment>
      {!session.data.signedIn && (
        <Suspense>
          <SessionEnded isAsking={session.isFetching} onRetry={() => session.refetch()} />
        </Suspense>
      )}
    </>
  );
}

export function Splash() {
  return (
    <div className={classes.splash} role="status" aria-label={t.session.loading}>
      <Loader type="dots" />
    </div>
  );
}
