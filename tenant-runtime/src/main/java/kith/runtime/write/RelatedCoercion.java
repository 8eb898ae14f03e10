package kith.runtime.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.field.FieldType;
import kith.metadata.permission.ObjectRight;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.write.CoercedRecord.CoercedRelated;
import kith.runtime.write.CoercedRecord.WantedRecord;
import kith.runtime.write.RecordInput.Related;
import kith.runtime.write.RecordInput.Target;

/** First stage for what a caller gives for related records: who may, which values, what fits. */
final class RelatedCoercion {

    private final FieldAccess access;
    private final Violations violations;

    RelatedCoercion(FieldAccess access, Violations violations) {
        this.access = access;
        this.violations = violations;
    }

    List<CoercedRelated> coerce(ObjectType object, RecordInput input) {
        if (input.related().isEmpty()) {
            return List.of();
        }
        List<CoercedRelated> coerced = new ArrayList<>(input.related().size());
        for (Related related : input.related()) {
            List<Object> path = Violations.path(input.path(), related.relation().name());
            ObjectType other = access.catalog().require(related.relation().target());
            if (isAllowed(object, other, related, path)) {
                coerced.add(coerce(other, related, path));
            }
        }
        return coerced;
    }

    private CoercedRelated coerce(ObjectType other, Related related, List<Object> path) {
        Relation relation = related.relation();
        List<CoercedRecord> created = new ArrayList<>(related.create().size());
        for (RecordInput record : related.create()) {
            refuseOtherParent(relation, record);
            created.add(InputCoercion.coerce(other, record, access, violations));
        }
        return new CoercedRelated(
                relation,
                created,
                wanted(related.connect(), path, "connect"),
                wanted(related.disconnect(), path, "disconnect"),
                related.set().map(targets -> wanted(targets, path, "set")),
                path);
    }

    private boolean isAllowed(
            ObjectType object, ObjectType other, Related related, List<Object> path) {
        Relation relation = related.relation();
        boolean isHeldByOther = relation.direction() != Relation.Direction.LINKED;
        ObjectType holder = isHeldByOther ? other : object;
        boolean movesOthers =
                isHeldByOther
                        && (related.create().isEmpty()
                                || !related.connect().isEmpty()
                                || !related.disconnect().isEmpty()
                                || related.set().isPresent());
        if ((movesOthers && !may(ObjectRight.UPDATE, other, path))
                || (!related.create().isEmpty() && !may(ObjectRight.CREATE, other, path))) {
            return false;
        }
        if (!access.isWritable(holder, relation.field())) {
            violations.add(access.refusal(holder, relation.field(), relation.name()).at(path));
            return false;
        }
        if (relation.field().type() instanceof FieldType.MasterDetail
                && (related.set().isPresent() || !related.disconnect().isEmpty())) {
            violations.add(
                    Problem.of(
                                    WriteProblem.PART_NOT_SEPARABLE,
                                    "`%s` are parts of the record and cannot be without it"
                                            .formatted(relation.name()))
                            .at(path)
                            .hint("Delete them, or connect them to another record"));
            return false;
        }
        return true;
    }

    private boolean may(ObjectRight right, ObjectType other, List<Object> path) {
        try {
            access.access().require(access.caller(), right, other);
            return true;
        } catch (ProblemException refused) {
            refused.problems().forEach(problem -> violations.add(problem.at(path)));
            return false;
        }
    }

    /** A record that comes with another one hangs on that one. */
    private void refuseOtherParent(Relation relation, RecordInput record) {
        if (relation.direction() == Relation.Direction.CHILDREN
                && record.values().containsKey(relation.field())) {
            violations.add(
                    Problem.of(
                                    WriteProblem.RELATION_CONTRADICTED,
                                    "`%s` is the record that this one comes with"
                                            .formatted(relation.field().name()))
                            .at(Violations.path(record.path(), relation.field().name()))
                            .hint("Leave it out"));
        }
    }

    private List<WantedRecord> wanted(List<Target> targets, List<Object> path, String verb) {
        List<WantedRecord> wanted = new ArrayList<>(targets.size());
        for (int index = 0; index < targets.size(); index++) {
            List<Object> place = Violations.path(path, verb, index);
            Optional<Target> checked =
                    Targets.checked(targets.get(index), place, access, violations);
            checked.ifPresent(target -> wanted.add(new WantedRecord(target, place)));
        }
        return wanted;
    }
}
