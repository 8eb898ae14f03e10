import { Anchor, AppShell, Avatar, Burger, NavLink, ScrollArea, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconApi, IconHome2, IconSettings } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { Link, Outlet, useLocation, useParams } from "react-router";
import { isAdministrator, type ObjectInfo, PERMISSION_ASSIGNMENT, type Session } from "@/api";
import { t } from "@/i18n";
import { RecordSearch } from "@/records/search";
import { SessionGate, Splash, TenantProvider, useCatalogQuery, useMeQuery, useTenant } from "@/session";
import { Boundary, ErrorPanel, ObjectIcon } from "@/ui";
import classes from "./shell.module.css";
import { UserMenu } from "./UserMenu";

/** The frame of a workspace: signs in where needed, loads the catalog, shows the navigation. */
export function TenantShell() {
  return <SessionGate>{(session) => <LoadedTenant session={session} />}</SessionGate>;
}

function LoadedTenant({ session }: { session: Session }) {
  const { slug = "" } = useParams();
  const catalog = useCatalogQuery(slug);
  const me = useMeQuery(slug);
  const failed = [catalog, me].find((query) => query.isError && query.data === undefined);
  if (failed !== undefined) {
    return (
      <main className={classes.alone}>
        <ErrorPanel error={failed.error} onRetry={() => Promise.all([catalog.refetch(), me.refetch()])} home="/" />
      </main>
    );
  }
  if (catalog.data === undefined || me.data === undefined) return <Splash />;
  return (
    <TenantProvider slug={slug} catalog={catalog.data} me={me.data}>
      <Frame session={session} />
    </TenantProvider>
  );
}

function isDetail(object: ObjectInfo): boolean {
  return object.fields.some((field) => field.type === "masterDetail");
}

function Frame({ session }: { session: Session }) {
  const tenant = useTenant();
  const location = useLocation();
  const [isOpen, navigation] = useDisclosure(false);
  const { main, details } = useMemo(() => {
    const own = tenant.catalog.objects.filter((object) => !object.isSystem);
    const system = tenant.catalog.objects.filter((object) => object.isSystem && object.name !== PERMISSION_ASSIGNMENT);
    return {
      main: [...own.filter((object) => !isDetail(object)), ...system],
      details: own.filter(isDetail),
    };
  }, [tenant.catalog]);

  const link = (to: string, label: string, icon: ReactNode, isExact = false) => (
    <NavLink
      key={to}
      component={Link}
      to={to}
      label={label}
      leftSection={icon}
      active={isExact ? location.pathname === to : location.pathname === to || location.pathname.startsWith(`${to}/`)}
      aria-current={location.pathname === to ? "page" : undefined}
      className={classes.link}
      onClick={navigation.close}
    />
  );
  const objectLink = (object: ObjectInfo) =>
    link(tenant.listPath(object), object.pluralLabel, <ObjectIcon name={object.icon} />);

  return (
    <AppShell
      navbar={{ width: 240, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      header={{ height: { base: 52, sm: 0 } }}
      padding={0}
      classNames={{ navbar: classes.navbar, main: classes.main, header: classes.header }}
    >
      <a href="#content" className={classes.skip}>
        {t.shell.skip}
      </a>
      <AppShell.Header hiddenFrom="sm">
        <Burger
          opened={isOpen}
          onClick={navigation.toggle}
          size="sm"
          aria-label={isOpen ? t.shell.closeNavigation : t.shell.openNavigation}
        />
        <Text fw={600} className="truncate">
          {tenant.me.tenant.name}
        </Text>
        <div className={classes.headerSearch}>
          <RecordSearch isCompact />
        </div>
      </AppShell.Header>
      <AppShell.Navbar aria-label={t.shell.navigation}>
        <Anchor component={Link} to={tenant.base} underline="never" c="inherit" className={classes.workspace}>
          <Avatar radius="md" size={32} color="accent" variant="filled" name={tenant.me.tenant.name} />
          <Text fw={620} className="truncate">
            {tenant.me.tenant.name}
          </Text>
        </Anchor>
        <div className={classes.search}>
          <RecordSearch />
        </div>
        <ScrollArea className={classes.links} type="hover" scrollbarSize={6}>
          {link(tenant.base, t.shell.home, <IconHome2 size={18} stroke={1.7} aria-hidden />, true)}
          <Text className={classes.group}>{t.shell.records}</Text>
          {main.map(objectLink)}
          {details.length > 0 && <Text className={classes.group}>{t.shell.details}</Text>}
          {details.map(objectLink)}
        </ScrollArea>
        <div className={classes.foot}>
          {isAdministrator(tenant.catalog) &&
            link(`${tenant.base}/setup`, t.shell.setup, <IconSettings size={18} stroke={1.7} aria-hidden />)}
          <NavLink
            href={`/graphiql?tenant=${tenant.slug}`}
            label={t.shell.explorer}
            leftSection={<IconApi size={18} stroke={1.7} aria-hidden />}
            className={classes.link}
          />
          <UserMenu session={session} />
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Boundary at={location.pathname}>
          <Outlet />
        </Boundary>
      </AppShell.Main>
    </AppShell>
  );
}
