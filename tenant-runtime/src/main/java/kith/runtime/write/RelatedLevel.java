package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.problem.Problem;
import kith.runtime.write.Draft.LinkChange;
import kith.runtime.write.DraftBatch.Member;
import kith.runtime.write.RecordLoader.Life;
import kith.runtime.write.RecordLoader.Lock;
import kith.runtime.write.ResolvedRecord.Named;
import kith.runtime.write.ResolvedRecord.ResolvedRelated;

/** The records that hang on those of the level above. */
final class RelatedLevel {

    private final WriteSession session;
    private final RecordIds ids;
    private final Set<UUID> written;
    private final Violations violations;
    private final List<Member> created = new ArrayList<>();
    private final Map<UUID, RelatedChange> changes = new LinkedHashMap<>();
    private final Map<UUID, List<LinkChange>> linksAbove = new HashMap<>();
    private final CurrentRelated current;

    /**
     * @param written the records that the levels above write
     */
    RelatedLevel(WriteSession session, RecordIds ids, Set<UUID> written, Violations violations) {
        this.session = session;
        this.ids = ids;
        this.written = written;
        this.violations = violations;
        this.current = new CurrentRelated(session);
    }

    /** Takes what hangs on a record of the level above. */
    void add(Member above) {
        for (ResolvedRelated related : above.related()) {
            create(above.draft(), related);
            related.connect().forEach(named -> connect(above.draft(), related, named));
            related.disconnect()
                    .forEach(named -> disconnect(above.draft(), related, named.id(), named.path()));
            related.set()
                    .ifPresent(only -> {
                        only.forEach(named -> connect(above.draft(), related, named));
                        if (!above.draft().isNew()) {
                            current.replace(above.draft().id(), related, only);
                        }
                    });
        }
    }

    /** The records of this level; those that are there already are locked. */
    List<Member> members() {
        current.find(violations).forEach(this::leave);
        Map<UUID, StoredRecord> stored = stored();
        List<Member> members = new ArrayList<>(created);
        changes.forEach((id, change) -> {
            StoredRecord before = stored.get(id);
            if (before == null) {
                violations.add(
                        ReferenceResolver.notFound(
                                new RecordInput.ById(id), change.object().name(), change.path()));
            } else {
                members.add(new Member(change.draft(before), List.of()));
            }
        });
        return members;
    }

    /** A draft of the level above with the links that this level brings it. */
    Draft linked(Draft above) {
        return above.linked(linksAbove.getOrDefault(above.id(), List.of()));
    }

    private void create(Draft above, ResolvedRelated related) {
        Relation relation = related.relation();
        Field field = relation.field();
        for (ResolvedRecord record : related.create()) {
            Draft draft = record.asNew(other(relation), ids);
            created.add(
                    new Member(
                            switch (relation.direction()) {
                                case CHILDREN ->
                                        draft.with(Pointers.to(above.id(), above.object(), field));
                                case LINKED -> {
                                    linkAbove(above, new LinkChange(field, draft.id(), true));
                                    yield draft;
                                }
                                case LINKED_BACK ->
                                        draft.linked(
                                                List.of(new LinkChange(field, above.id(), true)));
                            },
                            record.related()));
        }
    }

    private void connect(Draft above, ResolvedRelated related, Named named) {
        Field field = related.relation().field();
        switch (related.relation().direction()) {
            case CHILDREN ->
                    change(related, named.id(), named.path())
                            .give(field, above, named.path())
                            .ifPresent(violations::add);
            case LINKED -> linkAbove(above, new LinkChange(field, named.id(), true));
            case LINKED_BACK ->
                    change(related, named.id(), named.path())
                            .link(new LinkChange(field, above.id(), true));
        }
    }

    private void disconnect(Draft above, ResolvedRelated related, UUID id, List<Object> path) {
        Field field = related.relation().field();
        switch (related.relation().direction()) {
            case CHILDREN -> change(related, id, path).release(field, above.id());
            case LINKED -> linkAbove(above, new LinkChange(field, id, false));
            case LINKED_BACK ->
                    change(related, id, path).link(new LinkChange(field, above.id(), false));
        }
    }

    private void leave(CurrentRelated.Leaver leaver) {
        Field field = leaver.related().relation().field();
        List<Object> path = Violations.path(leaver.related().path(), "set");
        switch (leaver.related().relation().direction()) {
            case CHILDREN ->
                    change(leaver.related(), leaver.id(), path).release(field, leaver.above());
            case LINKED ->
                    linksAbove
                            .computeIfAbsent(leaver.above(), _ -> new ArrayList<>())
                            .add(new LinkChange(field, leaver.id(), false));
            case LINKED_BACK ->
                    change(leaver.related(), leaver.id(), path)
                            .link(new LinkChange(field, leaver.above(), false));
        }
    }

    private RelatedChange change(ResolvedRelated related, UUID id, List<Object> path) {
        if (written.contains(id)) {
            violations.add(
                    Problem.of(
                                    WriteProblem.RELATION_CONTRADICTED,
                                    "The request writes this record elsewhere too")
                            .at(path)
                            .hint("Send two requests"));
        }
        return changes.computeIfAbsent(id, _ -> new RelatedChange(other(related.relation()), path));
    }

    private void linkAbove(Draft above, LinkChange change) {
        linksAbove.computeIfAbsent(above.id(), _ -> new ArrayList<>()).add(change);
    }

    /** The records to change, in one statement for each object. */
    private Map<UUID, StoredRecord> stored() {
        Map<ObjectType, List<UUID>> byObject =
                changes.entrySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.getValue().object(),
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                Map.Entry::getKey, Collectors.toList())));
        Map<UUID, StoredRecord> stored = new HashMap<>();
        RecordLoader loader = new RecordLoader(session);
        byObject.forEach((object, wanted) ->
                loader.lock(object, wanted, Life.LIVE, Lock.FOR_CHANGE)
                        .forEach(record -> stored.put(record.id(), record)));
        return stored;
    }

    private ObjectType other(Relation relation) {
        return session.catalog().require(relation.target());
    }
}
