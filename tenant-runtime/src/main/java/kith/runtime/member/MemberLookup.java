package kith.runtime.member;

import java.util.OptionalLong;
import java.util.UUID;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the user of an account by one small statement, which needs no catalog: where the platform's
 * own fields of users live is fixed.
 */
public final class MemberLookup {

    private static final String MEMBER =
            """
            coalesce((
                select json_build_object('id', u.id, 'active', u.{}, 'administrator', u.{})
                from record u
                where u.tenant = {} and u.object = {} and u.{} = {} and u.deleted_at is null
                limit 1), json_build_object())
            """;
    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;

    public MemberLookup(Database database) {
        this.database = database;
    }

    /** What a user record says of who may come in. */
    public record Member(UUID id, boolean isActive, boolean isAdministrator) {}

    /**
     * The user whose identity is the account; empty where the tenant has none. Fails with the
     * problem of a tenant that may not work.
     */
    public Mono<Member> find(Tenant tenant, String identity) {
        return database.read(working(tenant), member(tenant.key(), identity))
                .map(JSON::readTree)
                .filter(user -> user.has("id"))
                .map(MemberLookup::member);
    }

    private static TenantExpectation working(Tenant tenant) {
        return new TenantExpectation(tenant.key(), OptionalLong.empty(), true);
    }

    private static Sql member(int tenant, String identity) {
        return Sql.of(
                MEMBER,
                UserColumns.ACTIVE,
                UserColumns.ADMINISTRATOR,
                Sql.bind(tenant),
                Sql.number(SystemObjects.USER_KEY),
                UserColumns.IDENTITY,
                Sql.bind(identity));
    }

    private static Member member(JsonNode user) {
        return new Member(
                UUID.fromString(user.path("id").asString()),
                user.path("active").asBoolean(),
                user.path("administrator").asBoolean());
    }
}
