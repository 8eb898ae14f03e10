package kith.runtime.rule;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.catalog.Rule;

/** Rules that set off one another, the outermost first, and the records that they run for. */
public record RuleChain(List<Link> links) {

    /** What no rule set off. */
    public static final RuleChain NONE = new RuleChain(List.of());

    public RuleChain {
        links = List.copyOf(links);
    }

    /** A rule that set off others, by its writes. */
    public record Link(Rule rule, Set<UUID> records) {
        public Link {
            records = Set.copyOf(records);
        }

        String name() {
            return "rule %s on %s".formatted(rule.definition().name(), rule.definition().object());
        }
    }

    RuleChain with(Rule rule, Collection<UUID> records) {
        List<Link> more = new ArrayList<>(links);
        more.add(new Link(rule, Set.copyOf(records)));
        return new RuleChain(more);
    }

    /** Whether some rule of the chain runs for this record. */
    public boolean isUnderWay(UUID record) {
        return links.stream().anyMatch(link -> link.records().contains(record));
    }

    public boolean isEmpty() {
        return links.isEmpty();
    }

    /** The chain in words, with the rule that it led to. */
    List<String> namesWith(Rule last) {
        return Stream.concat(
                        links.stream().map(Link::name), Stream.of(new Link(last, Set.of()).name()))
                .toList();
    }

    /** Such as {@code rule a on Deal → rule b on Task}. */
    @Override
    public String toString() {
        return links.stream().map(Link::name).collect(joining(" → "));
    }
}
