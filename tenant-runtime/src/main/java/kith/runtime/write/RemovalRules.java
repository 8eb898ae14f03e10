package kith.runtime.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.metadata.RuleDefinition.Moment;
import kith.runtime.write.Parts.Taken;
import kith.runtime.write.RecordLoader.Life;
import kith.runtime.write.RecordLoader.Lock;

/** Lets rules have their say before records are removed, with all that goes with them. */
final class RemovalRules {

    private final WriteSession session;
    private final RuleStage rules;

    RemovalRules(WriteSession session, RuleStage rules) {
        this.session = session;
        this.rules = rules;
    }

    /**
     * The locked roots that are still there with all their parts, once the rules of all live ones
     * among them have run. Rules may change and remove records meanwhile, also parts of these, so
     * they are looked for again until none is left that no rule has seen.
     */
    List<Taken> heard(Collection<StoredRecord> roots, Life life, List<Object> path) {
        Set<UUID> heard = new HashSet<>();
        List<Taken> taken = new Parts(session).with(roots, life, path);
        while (true) {
            List<StoredRecord> news =
                    taken.stream()
                            .map(Taken::record)
                            .filter(RemovalRules::isHeard)
                            .filter(record -> heard.add(record.id()))
                            .toList();
            if (news.isEmpty()) {
                rules.requireNotUnderWay(taken.stream().map(Taken::record).toList(), path);
                return taken;
            }
            rules.around(Moment.BEFORE_DELETE, news, path);
            taken = new Parts(session).with(again(roots, life), life, path);
        }
    }

    private static boolean isHeard(StoredRecord record) {
        return record.deletion().isEmpty()
                && record.object().rulesAt(Moment.BEFORE_DELETE).findAny().isPresent();
    }

    private List<StoredRecord> again(Collection<StoredRecord> roots, Life life) {
        return new RecordLoader(session)
                .lock(
                        roots.iterator().next().object(),
                        roots.stream().map(StoredRecord::id).toList(),
                        life,
                        Lock.FOR_REMOVAL);
    }
}
