package kith.runtime.job;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of job that this node knows; others it leaves to nodes of another version. */
public final class JobKinds {

    private final Map<String, JobKind<?>> kinds;

    public JobKinds(Collection<? extends JobKind<?>> kinds) {
        this.kinds =
                kinds.stream()
                        .collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
    }

    JobKind<?> require(String name) {
        return Objects.requireNonNull(kinds.get(name), name);
    }

    List<String> names() {
        return kinds.keySet().stream().sorted().toList();
    }

    List<RecurringKind> recurring() {
        return kinds.values().stream()
                .filter(RecurringKind.class::isInstance)
                .map(RecurringKind.class::cast)
                .toList();
    }
}
