package kith.runtime.registry;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import reactor.core.publisher.Mono;

/** The registry in the table {@code tenant}. */
public final class PostgresTenantRegistry implements TenantRegistry {

    private static final String FIND =
            """
            select key, slug, name, status, currency, zone, locale, organization, catalog_version,
                provisioning::text as provisioning, created_at
            from tenant where slug = {}
            """;

    private static final String REGISTER =
            """
            insert into tenant (slug, name, status, currency, zone, locale, provisioning)
            values ({}, {}, 'PROVISIONING', {}, {}, {}, {})
            on conflict (slug) do nothing
            """;

    private static final String CHANGE_STATUS =
            """
            update tenant set status = {}, updated_at = now() where key = {} and status = any({})
            """;

    private static final String SET_ORGANIZATION =
            """
            update tenant set organization = {}, updated_at = now() where key = {}
            """;

    private static final String REPLACE_PROVISIONING =
            """
            update tenant set provisioning = {}, updated_at = now()
            where key = {} and provisioning = {}
            """;

    /** A search term is a part of the text itself, so {@code %} and {@code _} mean nothing. */
    private static final String PAGE =
            """
            select key, slug, name, status, currency, zone, locale, organization, catalog_version,
                provisioning::text as provisioning, created_at
            from tenant
            where slug > {} and ({} = '' or position({} in lower(slug || ' ' || name)) > 0)
            order by slug limit {}
            """;

    private static final String COUNT =
            """
            select count(*) from tenant
            where {} = '' or position({} in lower(slug || ' ' || name)) > 0
            """;

    private static final String REMOVE =
            """
            delete from tenant where key = {}
            """;

    private final Database database;

    public PostgresTenantRegistry(Database database) {
        this.database = database;
    }

    @Override
    public Mono<RegisteredTenant> find(String slug) {
        return database.inRegistry(session -> find(session, slug));
    }

    private static Mono<RegisteredTenant> find(Session session, String slug) {
        return session.query(Sql.of(FIND, Sql.bind(slug)), PostgresTenantRegistry::tenant).next();
    }

    @Override
    public Mono<RegisteredTenant> register(NewTenant tenant) {
        Sql insert =
                Sql.of(
                        REGISTER,
                        Sql.bind(tenant.slug()),
                        Sql.bind(tenant.name()),
                        Sql.bind(tenant.currency().getCurrencyCode()),
                        Sql.bind(tenant.zone().getId()),
                        Sql.bind(tenant.locale().toLanguageTag()),
                        Sql.bind(SqlType.JSON, tenant.provisioning()));
        return database.inRegistry(
                session -> session.execute(insert).then(find(session, tenant.slug())));
    }

    @Override
    public Mono<Boolean> changeStatus(int key, Set<TenantStatus> expected, TenantStatus status) {
        String[] names = expected.stream().map(Enum::name).toArray(String[]::new);
        Sql update =
                Sql.of(
                        CHANGE_STATUS,
                        Sql.bind(status.name()),
                        Sql.bind(key),
                        Sql.bind(SqlType.TEXT_ARRAY, names));
        return changed(update);
    }

    @Override
    public Mono<Void> setOrganization(int key, String organization) {
        return run(Sql.of(SET_ORGANIZATION, Sql.bind(organization), Sql.bind(key)));
    }

    @Override
    public Mono<Boolean> replaceProvisioning(int key, String expected, String provisioning) {
        Sql update =
                Sql.of(
                        REPLACE_PROVISIONING,
                        Sql.bind(SqlType.JSON, provisioning),
                        Sql.bind(key),
                        Sql.bind(SqlType.JSON, expected));
        return changed(update);
    }

    @Override
    public Mono<TenantPage> page(int first, Optional<String> after, Optional<String> search) {
        Sql term = Sql.bind(search.orElse("").strip().toLowerCase(Locale.ROOT));
        Sql page = Sql.of(PAGE, Sql.bind(after.orElse("")), term, term, Sql.bind(first + 1));
        Sql count = Sql.of(COUNT, term, term);
        return database.inRegistry(session ->
                session.query(page, PostgresTenantRegistry::tenant)
                        .collectList()
                        .zipWhen(
                                _ -> session.query(count, row -> number(row, 0)).single(),
                                (tenants, total) -> page(tenants, total, first)));
    }

    private static TenantPage page(List<RegisteredTenant> tenants, long total, int first) {
        boolean hasNext = tenants.size() > first;
        return new TenantPage(hasNext ? tenants.subList(0, first) : tenants, total, hasNext);
    }

    @Override
    public Mono<Void> remove(int key) {
        return run(Sql.of(REMOVE, Sql.bind(key)));
    }

    private Mono<Boolean> changed(Sql update) {
        return database.inRegistry(session -> session.execute(update)).map(rows -> rows > 0);
    }

    private Mono<Void> run(Sql statement) {
        return database.inRegistry(session -> session.execute(statement)).then();
    }

    private static RegisteredTenant tenant(Readable row) {
        Tenant tenant =
                new Tenant(
                        Objects.requireNonNull(row.get("key", Integer.class)),
                        text(row, "slug"),
                        text(row, "name"),
                        TenantStatus.valueOf(text(row, "status")),
                        Currency.getInstance(text(row, "currency")),
                        ZoneId.of(text(row, "zone")),
                        Locale.forLanguageTag(text(row, "locale")));
        return new RegisteredTenant(
                tenant,
                Optional.ofNullable(row.get("organization", String.class)),
                Objects.requireNonNull(row.get("catalog_version", Long.class)),
                Objects.requireNonNullElse(row.get("provisioning", String.class), "null"),
                Objects.requireNonNull(row.get("created_at", OffsetDateTime.class)).toInstant());
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static long number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
