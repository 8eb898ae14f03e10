package kith.graphql.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What users may see and change, said as plainly as possible. */
final class SharingModel {

    final Map<String, Optional<String>> roles = new HashMap<>();
    final Map<String, Optional<String>> users = new HashMap<>();
    final Map<String, String> queues = new HashMap<>();
    final List<Membership> memberships = new ArrayList<>();
    final Map<String, Kept> records = new HashMap<>();
    final List<Share> shares = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();

    /** Who is in a group, or with whom something is shared. */
    sealed interface Party {
        record User(String id) implements Party {}

        record Role(String id, boolean withBelow) implements Party {}

        record Group(String id) implements Party {}
    }

    record Membership(String group, Party party) {}

    record Kept(String object, String owner) {
        boolean isUpwards() {
            return !object.equals("Diary");
        }

        boolean isRead() {
            return object.equals("Account");
        }
    }

    record Share(String record, Party party, boolean mayChange, boolean isExpired) {}

    /** That what some own is shared with others. */
    record Rule(String object, Party from, Party to, boolean mayChange) {}

    boolean sees(String viewer, String id) {
        return kept(id).isRead() || reaches(viewer, id, false);
    }

    boolean changes(String viewer, String id) {
        return reaches(viewer, id, true);
    }

    private boolean reaches(String viewer, String id, boolean isForChange) {
        Kept kept = kept(id);
        boolean isOfQueue =
                queues.containsKey(kept.owner())
                        && isIn(viewer, new Party.Group(queues.get(kept.owner())));
        return kept.owner().equals(viewer)
                || isOfQueue
                || (kept.isUpwards() && isBelow(roleOf(kept.owner()), roleOf(viewer)))
                || rules.stream()
                        .anyMatch(rule ->
                                rule.object().equals(kept.object())
                                        && (rule.mayChange() || !isForChange)
                                        && isIn(kept.owner(), rule.from())
                                        && isIn(viewer, rule.to()))
                || shares.stream()
                        .anyMatch(share ->
                                share.record().equals(id)
                                        && !share.isExpired()
                                        && (share.mayChange() || !isForChange)
                                        && isIn(viewer, share.party()));
    }

    private Kept kept(String id) {
        return Objects.requireNonNull(records.get(id), id);
    }

    private Optional<String> roleOf(String user) {
        return users.getOrDefault(user, Optional.empty());
    }

    private boolean isBelow(Optional<String> lower, Optional<String> upper) {
        return lower.isPresent()
                && upper.isPresent()
                && !lower.equals(upper)
                && isAtOrBelow(lower, upper.get());
    }

    private boolean isAtOrBelow(Optional<String> lower, String upper) {
        for (Optional<String> at = lower;
                at.isPresent();
                at = roles.getOrDefault(at.get(), Optional.empty())) {
            if (at.get().equals(upper)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(String user, Party party) {
        return isIn(user, party, new HashSet<>());
    }

    private boolean isIn(String user, Party party, Set<String> seen) {
        return switch (party) {
            case Party.User(String id) -> id.equals(user);
            case Party.Role(String id, boolean withBelow) ->
                    withBelow
                            ? isAtOrBelow(roleOf(user), id)
                            : roleOf(user).equals(Optional.of(id));
            case Party.Group(String id) ->
                    seen.add(id)
                            && memberships.stream()
                                    .filter(each -> each.group().equals(id))
                                    .anyMatch(each -> isIn(user, each.party(), seen));
        };
    }
}
