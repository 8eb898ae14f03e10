package kith.runtime.registry;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kith.runtime.sql.DatabaseFailures;
import kith.runtime.tenant.TenantStatus;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.core.query.Update;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The registry in the table {@code tenant}, whose rows Spring Data reads and writes. */
public final class PostgresTenantRegistry implements TenantRegistry {

    private static final String KEY = "key";
    private static final String SLUG = "slug";
    private static final String NAME = "name";
    private static final String STATUS = "status";
    private static final String UPDATED_AT = "updated_at";

    private static final String REGISTER =
            """
            insert into tenant (slug, name, status, currency, zone, locale, provisioning)
            values (:slug, :name, 'PROVISIONING', :currency, :zone, :locale, :provisioning)
            on conflict (slug) do nothing
            """;

    private final DatabaseClient client;
    private final R2dbcEntityTemplate rows;
    private final TransactionalOperator transactions;
    private final Clock clock;

    public PostgresTenantRegistry(ConnectionFactory pool, Clock clock) {
        ConnectionFactory connections = new RegistryConnections(pool);
        this.client =
                DatabaseClient.builder()
                        .connectionFactory(connections)
                        .bindMarkers(PostgresDialect.INSTANCE.getBindMarkersFactory())
                        .build();
        this.rows = new R2dbcEntityTemplate(client, PostgresDialect.INSTANCE);
        this.transactions = TransactionalOperator.create(new R2dbcTransactionManager(connections));
        this.clock = clock;
    }

    @Override
    public Mono<RegisteredTenant> find(String slug) {
        return inRegistry(found(slug));
    }

    private Mono<RegisteredTenant> found(String slug) {
        return rows.selectOne(Query.query(Criteria.where(SLUG).is(slug)), TenantRow.class)
                .map(TenantRow::tenant);
    }

    @Override
    public Mono<RegisteredTenant> register(NewTenant tenant) {
        Mono<Long> made =
                client.sql(REGISTER)
                        .bind(SLUG, tenant.slug())
                        .bind(NAME, tenant.name())
                        .bind("currency", tenant.currency().getCurrencyCode())
                        .bind("zone", tenant.zone().getId())
                        .bind("locale", tenant.locale().toLanguageTag())
                        .bind("provisioning", Json.of(tenant.provisioning()))
                        .fetch()
                        .rowsUpdated();
        return inRegistry(made.then(found(tenant.slug())));
    }

    @Override
    public Mono<Boolean> changeStatus(int key, Set<TenantStatus> expected, TenantStatus status) {
        List<String> names = expected.stream().map(Enum::name).sorted().toList();
        return change(
                        Criteria.where(KEY).is(key).and(STATUS).in(names),
                        Update.update(STATUS, status.name()))
                .map(changed -> changed > 0);
    }

    @Override
    public Mono<Void> setOrganization(int key, String organization) {
        return change(Criteria.where(KEY).is(key), Update.update("organization", organization))
                .then();
    }

    @Override
    public Mono<Boolean> replaceProvisioning(int key, String expected, String provisioning) {
        return change(
                        Criteria.where(KEY).is(key).and("provisioning").is(Json.of(expected)),
                        Update.update("provisioning", Json.of(provisioning)))
                .map(changed -> changed > 0);
    }

    private Mono<Long> change(Criteria which, Update update) {
        return inRegistry(
                rows.update(
                        Query.query(which),
                        update.set(UPDATED_AT, OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))),
                        TenantRow.class));
    }

    @Override
    public Mono<TenantPage> page(int first, Optional<String> after, Optional<String> search) {
        Criteria wanted = search.map(PostgresTenantRegistry::holding).orElse(Criteria.empty());
        Query page =
                Query.query(
                                after.map(slug ->
                                                Criteria.where(SLUG).greaterThan(slug).and(wanted))
                                        .orElse(wanted))
                        .sort(Sort.by(SLUG))
                        .limit(first + 1);
        return inRegistry(
                rows.select(page, TenantRow.class)
                        .map(TenantRow::tenant)
                        .collectList()
                        .zipWhen(
                                _ -> rows.count(Query.query(wanted), TenantRow.class),
                                (tenants, total) -> page(tenants, total, first)));
    }

    /** A search term is text: {@code %} and {@code _} mean nothing in it. */
    private static Criteria holding(String term) {
        String text = term.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        if (text.isEmpty()) {
            return Criteria.empty();
        }
        String pattern = "%" + text + "%";
        return Criteria.where(SLUG).like(pattern).or(NAME).like(pattern).ignoreCase(true);
    }

    private static TenantPage page(List<RegisteredTenant> tenants, long total, int first) {
        boolean hasNext = tenants.size() > first;
        return new TenantPage(hasNext ? tenants.subList(0, first) : tenants, total, hasNext);
    }

    @Override
    public Mono<Void> remove(int key) {
        return inRegistry(rows.delete(Query.query(Criteria.where(KEY).is(key)), TenantRow.class))
                .then();
    }

    private <T> Mono<T> inRegistry(Mono<T> work) {
        return work.as(transactions::transactional).onErrorMap(PostgresTenantRegistry::translated);
    }

    /** Spring wraps what the driver says, which is what tells the kind of the problem. */
    private static Throwable translated(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof R2dbcException)) {
            cause = cause.getCause();
        }
        return DatabaseFailures.translated(cause instanceof R2dbcException ? cause : failure);
    }
}
