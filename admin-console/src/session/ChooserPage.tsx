import { Avatar, Button, Text, Title } from "@mantine/core";
import { IconChevronRight, IconServerCog } from "@tabler/icons-react";
import { Link, Navigate, useSearchParams } from "react-router";
import { type Session, signOut } from "@/api";
import { t } from "@/i18n";
import { Brand, toastFailure, useTitle } from "@/ui";
import { SessionGate } from "./SessionGate";
import classes from "./session.module.css";

/** Leaves the session, here and at the identity provider. */
export function leave(): void {
  signOut().then((address) => window.location.assign(address), toastFailure);
}

/** The start page: sign in, or choose a workspace, or straight into the only one. */
export function StartPage() {
  return <SessionGate>{(session) => <Chooser session={session} />}</SessionGate>;
}

function Chooser({ session }: { session: Session }) {
  const [search] = useSearchParams();
  useTitle(t.session.choose);
  if (search.has("returned")) return <Returned />;
  const [only] = session.tenants;
  if (only !== undefined && session.tenants.length === 1 && !session.isOperator) {
    return <Navigate to={`/t/${only.slug}`} replace />;
  }
  if (only === undefined && session.isOperator) return <Navigate to="/operator" replace />;
  const hasNone = only === undefined && !session.isOperator;
  return (
    <main className={classes.centre}>
      <div className={classes.card}>
        <Brand size={40} />
        <Title order={1} mt="md">
          {hasNone ? t.session.noTenants : t.session.choose}
        </Title>
        <Text className="quiet" mt={4}>
          {hasNone ? t.session.noTenantsText : t.session.chooseText(session.user?.name ?? "")}
        </Text>
        <ul className={classes.choices}>
          {session.tenants.map((tenant) => (
            <li key={tenant.slug}>
              <Link className={classes.choice} to={`/t/${tenant.slug}`}>
                <Avatar radius="md" color="accent" name={tenant.name} />
                <span style={{ flex: 1, minWidth: 0 }}>
                  <Text fw={550} className="truncate">
                    {tenant.name}
                  </Text>
                  <Text size="xs" className="quiet truncate">
                    {tenant.slug}
                  </Text>
                </span>
                <IconChevronRight size={16} aria-hidden />
              </Link>
            </li>
          ))}
          {session.isOperator && (
            <li>
              <Link className={classes.choice} to="/operator">
                <Avatar radius="md" color="accent" variant="filled">
                  <IconServerCog size={20} aria-hidden />
                </Avatar>
                <span style={{ flex: 1, minWidth: 0 }}>
                  <Text fw={550}>{t.session.operator}</Text>
                  <Text size="xs" className="quiet">
                    {t.session.operatorText}
                  </Text>
                </span>
                <IconChevronRight size={16} aria-hidden />
              </Link>
            </li>
          )}
        </ul>
        <div className={classes.foot}>
          <Text size="sm" className="quiet truncate">
            {session.user?.email}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={leave}>
            {t.session.signOut}
          </Button>
        </div>
      </div>
    </main>
  );
}

/** Signed in for the sake of another tab, where a form waits. */
function Returned() {
  return (
    <main className={classes.centre}>
      <div className={classes.card}>
        <Brand size={40} />
        <Title order={1} mt="md">
          {t.session.returned}
        </Title>
        <Text className="quiet" mt={4}>
          {t.session.returnedText}
        </Text>
        <Button component={Link} to="/" variant="default" mt="lg">
          {t.session.stayHere}
        </Button>
      </div>
    </main>
  );
}
