package kith.runtime.member;

import java.util.UUID;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.access.Caller;
import kith.runtime.sql.AccessVersion;
import kith.runtime.sql.Sql;

/**
 * Whether a remembered caller may still come in, and may what they might, for a statement that
 * finds it out itself.
 */
public final class MemberCondition {

    private static final String STANDS =
            """
            exists (
            select from record m
            where m.tenant = {} and m.object = {} and m.id = {} and m.{} = {} and m.{} \
            and coalesce(m.{}, false) = {} and m.deleted_at is null)\
            """;

    private MemberCondition() {}

    /** The condition; false for callers who are no users. */
    public static Sql of(Visitor.Remembered visitor) {
        Caller caller = visitor.caller();
        return caller.user()
                .map(user ->
                        Sql.of(
                                "{} = {} and {}",
                                AccessVersion.current(caller.tenant().key()),
                                Sql.bind(visitor.accessVersion()),
                                stands(caller, user, visitor.identity())))
                .orElseGet(() -> Sql.text("false"));
    }

    private static Sql stands(Caller caller, UUID user, String identity) {
        return Sql.of(
                STANDS,
                Sql.bind(caller.tenant().key()),
                Sql.number(SystemObjects.USER_KEY),
                Sql.bind(user),
                UserColumns.IDENTITY,
                Sql.bind(identity),
                UserColumns.ACTIVE,
                UserColumns.ADMINISTRATOR,
                Sql.bind(caller.isAdministrator()));
    }
}
