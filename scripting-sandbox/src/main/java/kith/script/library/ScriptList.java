package kith.script.library;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** A list of a rule: of bounded size, and whatever walks through it pays. */
public final class ScriptList extends AbstractList<@Nullable Object>
        implements RandomAccess, Comparable<ScriptList> {

    /** Elements that move for one step. */
    private static final int MOVED_PER_STEP_BITS = 4;

    private final List<@Nullable Object> elements = new ArrayList<>();

    ScriptList() {
        Sizes.created();
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean add(@Nullable Object element) {
        Sizes.elementAdded(elements.size());
        modCount++;
        return elements.add(element);
    }

    @Override
    public void add(int index, @Nullable Object element) {
        Sizes.elementAdded(elements.size());
        payForMoving();
        modCount++;
        elements.add(index, element);
    }

    @Override
    public boolean addAll(Collection<? extends @Nullable Object> added) {
        for (Object element : Lists.copyOf(added)) {
            add(element);
        }
        return !added.isEmpty();
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object element) {
        return elements.set(index, element);
    }

    @Override
    public @Nullable Object remove(int index) {
        payForMoving();
        modCount++;
        return elements.remove(index);
    }

    @Override
    public void clear() {
        modCount++;
        elements.clear();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return indexOf(element) >= 0;
    }

    @Override
    public int indexOf(@Nullable Object element) {
        for (int i = 0; i < elements.size(); i++) {
            if (Comparisons.compareEqual(elements.get(i), element)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        for (int i = elements.size() - 1; i >= 0; i--) {
            if (Comparisons.compareEqual(elements.get(i), element)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean remove(@Nullable Object element) {
        int index = indexOf(element);
        if (index >= 0) {
            remove(index);
        }
        return index >= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Comparisons.compareEqual(this, other);
    }

    /** See {@link KeyOrder}. */
    @Override
    public int compareTo(ScriptList other) {
        return KeyOrder.compare(this, other);
    }

    @Override
    public int hashCode() {
        return Comparisons.hash(this);
    }

    @Override
    public String toString() {
        return Values.text(this);
    }

    private void payForMoving() {
        Meter.current().spend(1 + (elements.size() >> MOVED_PER_STEP_BITS));
    }
}
