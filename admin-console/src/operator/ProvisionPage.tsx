import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Fieldset,
  Group,
  List,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconAlertCircle, IconCircleCheck } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { Link, useLocation } from "react-router";
import { asApiError, type ProvisionTenantInput, problemText, sortProblems, type TenantInfo } from "@/api";
import { t } from "@/i18n";
import { ErrorPanel, failureText, Page, useOpenForm, useTitle } from "@/ui";
import classes from "./operator.module.css";
import { usePackages, useTenantChange } from "./queries";
import { Steps } from "./Steps";

const LOCALES = ["en", "en-GB", "en-US", "de", "de-AT", "de-CH", "fr", "it", "es", "nl", "pl", "pt", "cs"];
const NAMES = [
  "slug",
  "name",
  "currency",
  "timeZone",
  "locale",
  "email",
  "firstName",
  "lastName",
  "password",
  "packages",
] as const;

type Name = (typeof NAMES)[number];
type TextName = Exclude<Name, "packages">;

interface Form extends Readonly<Record<TextName, string>> {
  /** Null: all that there are. */
  readonly packages: readonly string[] | null;
}

const BLANK: Form = {
  name: "",
  slug: "",
  currency: "EUR",
  timeZone: "UTC",
  locale: "en",
  email: "",
  firstName: "",
  lastName: "",
  password: "",
  packages: null,
};

/** A company's name as an address. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40);
}

function supported(key: "currency" | "timeZone", always: string): readonly string[] {
  return [...new Set([always, ...Intl.supportedValuesOf(key)])];
}

function startOf(state: unknown): Form {
  const known = (state as { tenant?: TenantInfo } | null)?.tenant;
  if (known === undefined) return { ...BLANK, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const { name, slug, currency, timeZone, locale, packages } = known;
  return { ...BLANK, name, slug, currency, timeZone, locale, packages };
}

/** Makes a workspace in one form and shows each step; sending the form again goes on where it stopped. */
export function ProvisionPage() {
  useTitle(t.operator.new, t.operator.console);
  const location = useLocation();
  const [form, setForm] = useState<Form>(() => startOf(location.state));
  useOpenForm(form.name.trim() !== "");
  const [isSlugOwn, setSlugOwn] = useState(form.slug !== "");
  const packages = usePackages();
  const provision = useTenantChange("provision");
  const problems = provision.error === null ? [] : asApiError(provision.error).problems;
  const { fields, others } = sortProblems(problems, NAMES);
  const made = provision.data;
  const chosen = form.packages ?? packages.data?.map(({ name }) => name) ?? [];

  const set = (name: Name, value: string | readonly string[]) => setForm((before) => ({ ...before, [name]: value }));
  const errorAt = (name: Name) => fields[name]?.map(problemText).join(" ");
  const text = (name: TextName, label: string, help?: string) => (
    <TextInput
      label={label}
      description={help}
      value={form[name]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (name === "slug") setSlugOwn(true);
        setForm((before) => ({
          ...before,
          [name]: value,
          ...(name === "name" && !isSlugOwn ? { slug: slugOf(value) } : {}),
        }));
      }}
      error={errorAt(name)}
      autoComplete="off"
      withAsterisk
    />
  );
  const select = (name: "currency" | "timeZone" | "locale", label: string, data: readonly string[]) => (
    <Select
      label={label}
      data={[...new Set([form[name], ...data])]}
      value={form[name]}
      onChange={(value) => set(name, value ?? form[name])}
      error={errorAt(name)}
      allowDeselect={false}
      searchable
      limit={60}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input: ProvisionTenantInput = {
      slug: form.slug.trim(),
      name: form.name.trim(),
      admin: {
        email: form.email.trim(),
        firstName: form.firstName.trim(),
        lastName: form.lastName.trim(),
        ...(form.password === "" ? {} : { password: form.password }),
      },
      packages: chosen,
      currency: form.currency,
      timeZone: form.timeZone,
      locale: form.locale,
    };
    provision.mutate({ input });
  };
  const isIncomplete = [form.name, form.slug, form.email, form.firstName, form.lastName].some(
    (value) => value.trim() === "",
  );
  // Without knowing the packages, "all that there are" would be none.
  const isUnsure = form.packages === null && packages.data === undefined;

  if (made?.status === "ACTIVE") {
    return (
      <Page title={t.operator.ready(made.name)} icon={<IconCircleCheck size={20} />} above={<BackLink />}>
        <Steps steps={made.steps} />
        <Group gap="xs">
          <Button component="a" href={`/t/${made.slug}`}>
            {t.operator.open}
          </Button>
          <Button component={Link} to={`/operator/t/${made.slug}`} variant="default">
            {t.operator.toDetail}
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              provision.reset();
              setForm(startOf(null));
              setSlugOwn(false);
            }}
          >
            {t.operator.another}
          </Button>
        </Group>
      </Page>
    );
  }
  return (
    <Page title={t.operator.new} above={<BackLink />}>
      <form onSubmit={submit} className={classes.form}>
        <Stack gap="lg">
          {provision.isError && (
            <Alert color="red" role="alert" icon={<IconAlertCircle size={18} />} title={t.states.failedTitle}>
              {others.length > 0 ? (
                <List size="sm">
                  {others.map((found) => (
                    <List.Item key={`${found.code} ${found.message}`}>
                      {problemText(found) || failureText(provision.error)}
                    </List.Item>
                  ))}
                </List>
              ) : (
                t.record.summary(problems.length)
              )}
            </Alert>
          )}
          {made !== undefined && (
            <Alert color="orange" role="alert" title={t.operator.notReady(made.name)}>
              {t.operator.notReadyText}
              <Steps steps={made.steps} />
            </Alert>
          )}
          <Fieldset legend={t.operator.company} variant="unstyled">
            <Stack>
              {text("name", t.operator.name)}
              {text("slug", t.operator.slug, t.operator.slugHelp)}
            </Stack>
          </Fieldset>
          <Fieldset legend={t.operator.region} variant="unstyled">
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              {select("currency", t.operator.currency, supported("currency", "EUR"))}
              {select("timeZone", t.operator.timeZone, supported("timeZone", "UTC"))}
              {select("locale", t.operator.locale, LOCALES)}
            </SimpleGrid>
          </Fieldset>
          <Fieldset legend={t.operator.admin} variant="unstyled">
            <Stack>
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                {text("firstName", t.operator.firstName)}
                {text("lastName", t.operator.lastName)}
              </SimpleGrid>
              {text("email", t.operator.email)}
              <PasswordInput
                label={t.operator.password}
                description={t.operator.passwordHelp}
                value={form.password}
                onChange={(event) => set("password", event.currentTarget.value)}
                error={errorAt("password")}
                autoComplete="new-password"
                visibilityToggleButtonProps={{ "aria-label": t.operator.showPassword }}
              />
            </Stack>
          </Fieldset>
          <Checkbox.Group
            label={t.operator.packages}
            description={t.operator.packagesText}
            value={[...chosen]}
            onChange={(names) => set("packages", names)}
            error={errorAt("packages")}
          >
            <Stack gap="sm" mt="sm">
              {packages.data?.map((found) => (
                <Checkbox key={found.name} value={found.name} label={found.label} description={found.description} />
              ))}
            </Stack>
          </Checkbox.Group>
          {packages.isError && packages.data === undefined && (
            <ErrorPanel error={packages.error} onRetry={() => packages.refetch()} />
          )}
          {provision.isPending && (
            <Text role="status" className="quiet">
              {t.operator.provisioning}
            </Text>
          )}
          <Group gap="xs">
            <Button type="submit" loading={provision.isPending} disabled={isIncomplete || isUnsure}>
              {made === undefined ? t.operator.provision : t.operator.goOn}
            </Button>
            <Button component={Link} to="/operator" variant="default">
              {t.common.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

function BackLink() {
  return (
    <Anchor component={Link} to="/operator" inherit>
      {t.operator.title}
    </Anchor>
  );
}
