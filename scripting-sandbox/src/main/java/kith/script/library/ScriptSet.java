package kith.script.library;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of a rule, in the order of insertion; its members are {@link Keys}. */
public final class ScriptSet extends AbstractSet<@Nullable Object> {

    private final Set<@Nullable Object> members = new LinkedHashSet<>();

    ScriptSet() {
        Sizes.created();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return members.iterator();
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public boolean add(@Nullable Object member) {
        Sizes.entryAdded(members.size());
        return members.add(Keys.of(member));
    }

    @Override
    public boolean addAll(Collection<? extends @Nullable Object> added) {
        boolean isChanged = false;
        for (Object member : Lists.copyOf(added)) {
            isChanged |= add(member);
        }
        return isChanged;
    }

    @Override
    public boolean contains(@Nullable Object member) {
        return members.contains(Keys.of(member));
    }

    @Override
    public boolean remove(@Nullable Object member) {
        return members.remove(Keys.of(member));
    }

    @Override
    public void clear() {
        members.clear();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Comparisons.compareEqual(this, other);
    }

    @Override
    public int hashCode() {
        return Comparisons.hash(this);
    }

    @Override
    public String toString() {
        return Values.text(this);
    }
}
