package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.runtime.rule.RuleResult.Deferred;
import kith.runtime.write.RecordLoader.Life;
import kith.runtime.write.RecordLoader.Lock;

/** Lets a rule run for records that are there, and saves them as every write does. */
final class ButtonStage {

    private final WriteSession session;
    private final RuleStage rules;
    private final SaveStage saves;

    ButtonStage(WriteSession session, RuleStage rules, SaveStage saves) {
        this.session = session;
        this.rules = rules;
        this.saves = saves;
    }

    /** The records that it ran for, each once. */
    List<UUID> run(WriteRequest.RunRule step) {
        Violations violations = new Violations();
        List<Draft> drafts = drafts(step, violations);
        violations.refuseIfAny();
        drafts.forEach(draft -> session.awaited().add(draft.id()));
        RuleStage.Ruled ruled = rules.pressed(step.object(), step.rule(), drafts, violations);
        violations.refuseIfAny();
        SaveStage.Saved saved = saves.save(step.object(), ruled.drafts());
        List<Deferred> deferred = new ArrayList<>(ruled.deferred());
        deferred.addAll(saved.deferred());
        saves.finish(List.of(new SaveStage.Saved(step.object(), saved.written(), deferred)));
        return drafts.stream().map(Draft::id).toList();
    }

    /** The records as they are, locked; one that is not there becomes a violation. */
    private List<Draft> drafts(WriteRequest.RunRule step, Violations violations) {
        if (step.ids().isEmpty()) {
            return List.of();
        }
        Map<UUID, StoredRecord> found = new HashMap<>();
        new RecordLoader(session)
                .lock(step.object(), step.ids(), Life.LIVE, Lock.FOR_CHANGE)
                .forEach(record -> found.put(record.id(), record));
        Map<UUID, Draft> drafts = new LinkedHashMap<>();
        for (int index = 0; index < step.ids().size(); index++) {
            UUID id = step.ids().get(index);
            List<Object> path = List.of(step.key(), "ids", index);
            StoredRecord before = found.get(id);
            if (before == null) {
                violations.add(DraftStage.notFound(session, step, id).at(path));
            } else {
                drafts.putIfAbsent(id, unchanged(before, path));
            }
        }
        return List.copyOf(drafts.values());
    }

    private static Draft unchanged(StoredRecord record, List<Object> path) {
        return new Draft(
                record.object(),
                record.id(),
                Optional.of(record),
                Map.of(),
                List.of(),
                Map.of(),
                Set.of(),
                path);
    }
}
