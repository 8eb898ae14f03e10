package kith.runtime.member;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.access.Principals;
import kith.runtime.access.Rights;
import kith.runtime.access.StandardUser;
import kith.runtime.catalog.AssignmentColumns;
import kith.runtime.catalog.Catalogs;
import kith.runtime.sql.AccessVersion;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the user of an account, and what they may: by one small statement, which needs no catalog,
 * for where the platform's own fields live is fixed. What the permission sets say that the user was
 * given is in a catalog that is as young as the statement.
 */
public final class MemberLookup {

    private static final String MEMBER =
            """
            coalesce((
                select json_build_object('id', u.id, 'active', u.{}, 'administrator', u.{},
                    'access', {},
                    'catalog', (select t.catalog_version from tenant t where t.key = u.tenant),
                    'sets', coalesce((
                        select json_agg(json_build_object(
                            'name', a.{}, 'until', extract(epoch from a.{}) * 1000))
                        from record a
                        where a.tenant = u.tenant and a.object = {} and a.{} = u.id
                            and a.deleted_at is null), json_build_array()))
                from record u
                where u.tenant = {} and u.object = {} and {} and u.deleted_at is null
                limit 1), json_build_object())
            """;
    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final Catalogs catalogs;
    private final Clock clock;

    public MemberLookup(Database database, Catalogs catalogs, Clock clock) {
        this.database = database;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /**
     * The user whose identity is the account; empty where the tenant has none. Fails with the
     * problem of a tenant that may not work.
     */
    public Mono<Member> find(Tenant tenant, String identity) {
        return found(tenant, Sql.of("u.{} = {}", UserColumns.IDENTITY, Sql.bind(identity)))
                .map(MemberLookup::member);
    }

    /** What the user of this id was given. */
    Mono<GivenSets> given(Tenant tenant, UUID user) {
        return found(tenant, Sql.of("u.id = {}", Sql.bind(user)));
    }

    private Mono<GivenSets> found(Tenant tenant, Sql condition) {
        return database.read(working(tenant), statement(tenant.key(), condition))
                .map(JSON::readTree)
                .filter(user -> user.has("id"))
                .flatMap(user ->
                        catalogs.atLeast(tenant, user.path("catalog").asLong())
                                .map(catalog -> given(user, catalog)));
    }

    private static TenantExpectation working(Tenant tenant) {
        return new TenantExpectation(tenant.key(), OptionalLong.empty(), true);
    }

    private static Sql statement(int tenant, Sql condition) {
        return Sql.of(
                MEMBER,
                UserColumns.ACTIVE,
                UserColumns.ADMINISTRATOR,
                AccessVersion.current(tenant),
                AssignmentColumns.PERMISSION_SET,
                AssignmentColumns.EXPIRES_AT,
                Sql.number(SystemObjects.PERMISSION_ASSIGNMENT_KEY),
                AssignmentColumns.USER,
                Sql.bind(tenant),
                Sql.number(SystemObjects.USER_KEY),
                condition);
    }

    private GivenSets given(JsonNode user, Catalog catalog) {
        Instant now = clock.instant();
        List<Assigned> valid =
                user.path("sets").values().stream()
                        .map(Assigned::of)
                        .filter(each -> each.until().isEmpty() || each.until().get().isAfter(now))
                        .toList();
        return new GivenSets(
                UUID.fromString(user.path("id").asString()),
                user.path("active").asBoolean(),
                user.path("administrator").asBoolean(),
                StandardUser.effective(
                        catalog.permissionSets(),
                        valid.stream().map(Assigned::name).collect(Collectors.toSet())),
                catalog,
                user.path("access").asLong(),
                valid.stream().flatMap(each -> each.until().stream()).min(Instant::compareTo));
    }

    private static Member member(GivenSets user) {
        return new Member(
                user.id(),
                user.isActive(),
                user.isAdministrator(),
                user.isAdministrator() ? Rights.ALL : Rights.of(user.sets()),
                Principals.NONE,
                user.accessVersion(),
                user.until());
    }

    /** A permission set that a user was given. */
    private record Assigned(String name, Optional<Instant> until) {

        static Assigned of(JsonNode set) {
            JsonNode until = set.path("until");
            return new Assigned(
                    set.path("name").asString(""),
                    until.isNumber()
                            ? Optional.of(Instant.ofEpochMilli(until.asLong()))
                            : Optional.empty());
        }
    }
}
