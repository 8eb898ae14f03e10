import { Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import type { Session } from "@/api";
import { t } from "@/i18n";
import { ErrorPanel } from "@/ui";
import { useSession } from "./queries";
import { SignInPage } from "./SignInPage";
import classes from "./session.module.css";

/**
 * Shows the sign-in page in place of the content to whoever is signed out, and brings them back to it. A failure to ask
 * again takes nothing away: what people are typing below stays.
 */
export function SessionGate({ children }: { children: (session: Session) => ReactNode }) {
  const session = useSession();
  const location = useLocation();
  if (session.data === undefined) {
    return session.isError ? <ErrorPanel error={session.error} onRetry={() => session.refetch()} /> : <Splash />;
  }
  if (!session.data.signedIn) {
    return <SignInPage returnTo={location.pathname + location.search} />;
  }
  return children(session.data);
}

export function Splash() {
  return (
    <div className={classes.splash} role="status" aria-label={t.session.loading}>
      <Loader type="dots" />
    </div>
  );
}
