package kith.runtime.member;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.FieldRight;
import kith.metadata.permission.ObjectRight;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Rights;
import kith.runtime.member.AccessExplanation.Explained;
import kith.runtime.member.AccessExplanation.Reason;
import kith.runtime.member.AccessExplanation.Source;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** Tells which permission set gives or takes away a right. */
public final class AccessExplanations {

    private final MemberLookup members;

    public AccessExplanations(MemberLookup members) {
        this.members = members;
    }

    /**
     * The rights of a user to an object, or to a field of it. Fails with a problem where there is
     * no such user, object or field.
     */
    public Mono<AccessExplanation> explained(
            Tenant tenant, UUID user, String object, Optional<String> field) {
        return members.given(tenant, user)
                .switchIfEmpty(Mono.error(() -> unknown("user", "There is no user " + user)))
                .map(given -> explained(given, object, field));
    }

    private static AccessExplanation explained(
            GivenSets given, String objectName, Optional<String> fieldName) {
        ObjectType object =
                given.catalog()
                        .object(objectName)
                        .orElseThrow(() ->
                                unknown("object", "There is no object `%s`".formatted(objectName)));
        List<Explained> rights =
                fieldName
                        .map(name ->
                                object.field(name)
                                        .orElseThrow(() ->
                                                unknown(
                                                        "field",
                                                        "%s has no field `%s`"
                                                                .formatted(objectName, name))))
                        .map(field -> ofField(given, object, field))
                        .orElseGet(() -> ofObject(given, object));
        return new AccessExplanation(
                given.isAdministrator(), given.isActive(), Source.of(given.sets()), rights);
    }

    private static List<Explained> ofObject(GivenSets given, ObjectType object) {
        return Stream.of(ObjectRight.values())
                .map(right -> explained(given, object, right))
                .toList();
    }

    private static Explained explained(GivenSets given, ObjectType object, ObjectRight right) {
        List<Source> grantedBy =
                sources(
                        given,
                        false,
                        set ->
                                ObjectRight.withIncluded(set.about(object.name()).rights())
                                        .contains(right));
        List<Source> mutedBy =
                sources(
                        given,
                        true,
                        set ->
                                ObjectRight.without(
                                                Set.of(right), set.about(object.name()).rights())
                                        .isEmpty());
        boolean isGranted = rights(given).may(right, object);
        Reason reason = reason(given, isGranted, grantedBy, mutedBy);
        return new Explained(right.documentName(), isGranted, reason, grantedBy, mutedBy);
    }

    private static Reason reason(
            GivenSets given, boolean isGranted, List<Source> grantedBy, List<Source> mutedBy) {
        if (given.isAdministrator()) {
            return Reason.ADMINISTRATOR;
        }
        if (isGranted) {
            return Reason.GRANTED;
        }
        if (grantedBy.isEmpty()) {
            return Reason.NOT_GRANTED;
        }
        return mutedBy.isEmpty() ? Reason.ONLY_ADMINISTRATORS : Reason.MUTED;
    }

    private static List<Explained> ofField(GivenSets given, ObjectType object, Field field) {
        return List.of(
                explained(given, object, field, FieldRight.READ),
                explained(given, object, field, FieldRight.EDIT));
    }

    private static Explained explained(
            GivenSets given, ObjectType object, Field field, FieldRight right) {
        List<Source> grantedBy =
                sources(
                        given,
                        false,
                        set -> set.about(object.name()).field(field.name()).compareTo(right) >= 0);
        List<Source> mutedBy =
                sources(
                        given,
                        true,
                        set ->
                                right.without(set.about(object.name()).field(field.name()))
                                        != right);
        Rights rights = rights(given);
        boolean mayChange =
                rights.may(ObjectRight.UPDATE, object) || rights.may(ObjectRight.CREATE, object);
        boolean isGranted =
                right == FieldRight.READ
                        ? rights.mayRead(field)
                        : mayChange && rights.mayEdit(field);
        return new Explained(
                right.documentName(),
                isGranted,
                reason(
                        given,
                        object,
                        field,
                        isGranted,
                        reason(given, isGranted, grantedBy, mutedBy)),
                field.isSystem() ? List.of() : grantedBy,
                field.isSystem() ? List.of() : mutedBy);
    }

    private static Reason reason(
            GivenSets given, ObjectType object, Field field, boolean isGranted, Reason bySets) {
        if (given.isAdministrator()) {
            return bySets;
        }
        if (!rights(given).may(ObjectRight.READ, object)) {
            return Reason.OBJECT_NOT_READABLE;
        }
        if (isGranted && field.isSystem()) {
            return Reason.COMES_WITH_OBJECT;
        }
        return !isGranted
                        && bySets == Reason.ONLY_ADMINISTRATORS
                        && object.definition().writers() == Writers.MEMBERS
                ? Reason.NOT_GRANTED
                : bySets;
    }

    private static Rights rights(GivenSets given) {
        return given.isAdministrator() ? Rights.ALL : Rights.of(given.sets());
    }

    private static List<Source> sources(
            GivenSets given, boolean isMuting, Predicate<PermissionSetDefinition> hasSay) {
        return Source.of(
                given.sets().stream()
                        .filter(set -> set.isMuting() == isMuting)
                        .filter(hasSay)
                        .toList());
    }

    private static ProblemException unknown(String argument, String message) {
        return new ProblemException(Problem.of(MemberProblem.ACCESS_UNKNOWN, message).at(argument));
    }
}
