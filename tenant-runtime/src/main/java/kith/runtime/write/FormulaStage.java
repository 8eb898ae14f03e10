package kith.runtime.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.catalog.StoredFormula.Watch;
import kith.runtime.formula.FormulaUpdate;
import kith.runtime.formula.StaleMarks;

/**
 * Behind the rows and the roll-ups of a write: computes the stored formulas of the records that
 * were written, and of those that read them. A write that changes nothing that a stored formula
 * reads costs no statement. Of a stale formula it computes the same records: so whatever the job
 * has computed stays right, unless too many are left to it, which it is told.
 */
final class FormulaStage {

    private final WriteSession session;
    private final FormulaUpdate statements;
    private final StaleMarks marks;

    FormulaStage(WriteSession session) {
        this.session = session;
        this.statements = new FormulaUpdate(session.catalog(), session.tenant());
        this.marks = new StaleMarks(session.tenant());
    }

    /** Whether new records of an object have values to be computed. */
    static boolean computes(Catalog catalog, ObjectType object) {
        return ofObject(catalog, object).findAny().isPresent();
    }

    /** Whether a stored formula reads one of these fields of records of an object. */
    static boolean reads(Catalog catalog, ObjectType object, Predicate<String> fields) {
        return catalog.storedFormulas().stream()
                .flatMap(formula -> formula.watches().stream())
                .filter(watch -> watch.object().equals(object.name()))
                .flatMap(watch -> watch.fields().stream())
                .anyMatch(fields);
    }

    /** After records of an object were made or changed. */
    void written(ObjectType object, Collection<Draft> drafts) {
        if (session.catalog().storedFormulas().isEmpty()) {
            return;
        }
        Map<UUID, Set<String>> changed = new LinkedHashMap<>();
        List<UUID> fresh = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.isNew()) {
                fresh.add(draft.id());
            } else {
                changed.put(draft.id(), draft.changed());
            }
        }
        begin(object, fresh);
        follow(object, changed);
    }

    /** After the platform itself changed fields of records. */
    void changed(ObjectType object, Collection<UUID> ids, Set<String> fields) {
        Map<UUID, Set<String>> changed = new LinkedHashMap<>();
        ids.forEach(id -> changed.put(id, fields));
        follow(object, changed);
    }

    /** After records were taken away or came back: to the formulas of others they are not there. */
    void goneOrBack(Collection<StoredRecord> records) {
        for (StoredFormula formula : session.catalog().storedFormulas()) {
            for (Watch watch : formula.watches()) {
                List<UUID> ids =
                        records.stream()
                                .filter(record -> record.object().name().equals(watch.object()))
                                .map(StoredRecord::id)
                                .toList();
                if (!watch.isOwn() && !ids.isEmpty()) {
                    computeDependents(formula, watch, ids);
                }
            }
        }
    }

    private void follow(ObjectType object, Map<UUID, Set<String>> changed) {
        for (StoredFormula formula : session.catalog().storedFormulas()) {
            for (Watch watch : formula.watches()) {
                if (watch.object().equals(object.name())) {
                    follow(formula, watch, changed);
                }
            }
        }
    }

    private void follow(StoredFormula formula, Watch watch, Map<UUID, Set<String>> changed) {
        List<List<Field>> ways = formula.waysFrom(watch);
        List<UUID> ids = new ArrayList<>();
        boolean leadElsewhere = false;
        for (Map.Entry<UUID, Set<String>> record : changed.entrySet()) {
            if (record.getValue().stream().anyMatch(watch.fields()::contains)) {
                ids.add(record.getKey());
                leadElsewhere |= leadsOn(ways, record.getValue());
            }
        }
        if (!ids.isEmpty()) {
            if (leadElsewhere) {
                share(session.catalog().require(watch.object()), ways.stream(), ids);
            }
            if (watch.isOwn()) {
                compute(formula, ids);
            } else {
                computeDependents(formula, watch, ids);
            }
        }
    }

    private static Stream<StoredFormula> ofObject(Catalog catalog, ObjectType object) {
        return catalog.storedFormulas().stream()
                .filter(formula -> formula.field().object().equals(object.name()));
    }

    private static boolean leadsOn(List<List<Field>> ways, Set<String> fields) {
        return ways.stream().anyMatch(way -> fields.contains(way.getFirst().name()));
    }

    /** New records are found by nobody yet. */
    private void begin(ObjectType object, List<UUID> fresh) {
        List<StoredFormula> formulas = ofObject(session.catalog(), object).toList();
        if (formulas.isEmpty() || fresh.isEmpty()) {
            return;
        }
        Stream<List<Field>> ways =
                formulas.stream()
                        .flatMap(formula -> formula.watches().stream())
                        .map(Watch::references)
                        .filter(way -> !way.isEmpty())
                        .sorted(Comparator.comparingInt(List::size));
        share(object, ways, fresh);
        session.send(statements.compute(object, formulas, fresh));
        session.noteIfMoving(object, fresh);
    }

    private void compute(StoredFormula formula, List<UUID> ids) {
        if (!ids.isEmpty()) {
            ObjectType object = session.catalog().require(formula.field().object());
            session.send(statements.compute(object, List.of(formula), ids));
            session.noteIfMoving(object, ids);
        }
    }

    /**
     * Whoever writes what lies along these ways does not find the records by them before the
     * commit: until then it has to stay. It is held before the records that depend on it, as by
     * whoever writes it.
     */
    private void share(ObjectType object, Stream<List<Field>> ways, List<UUID> ids) {
        ways.distinct().forEach(way -> session.send(statements.share(object, way, ids)));
    }

    /**
     * Of the records whose values follow those of others; where they are too many, a job does it.
     */
    private void computeDependents(StoredFormula formula, Watch watch, List<UUID> ids) {
        int most = session.mostDependents();
        List<UUID> found =
                session.rows(
                        statements.dependents(watch, ids, most + 1L),
                        row -> Objects.requireNonNull(row.get(0, UUID.class)));
        if (found.size() <= most) {
            compute(formula, found);
        } else if (formula.isStale()) {
            UUID field = formula.field().id();
            session.send(
                    marks.leaveBehind(field),
                    row -> Objects.requireNonNull(row.get(0, Long.class)),
                    jobs -> {
                        if (jobs.isEmpty()) {
                            session.leftBehind().add(field);
                        }
                    });
        } else {
            session.leftBehind().add(formula.field().id());
        }
    }
}
