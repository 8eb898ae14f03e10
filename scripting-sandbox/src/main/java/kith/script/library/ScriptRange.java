package kith.script.library;

import java.util.AbstractList;
import java.util.RandomAccess;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** The whole numbers from one to another, either way; read-only and without its elements. */
public final class ScriptRange extends AbstractList<@Nullable Object> implements RandomAccess {

    private final int from;
    private final int to;
    private final int size;

    ScriptRange(int from, int to, int size) {
        Sizes.created();
        this.from = from;
        this.to = to;
        this.size = size;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    @Override
    public Object get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        Meter.current().tick(1);
        return from <= to ? from + index : from - index;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean contains(@Nullable Object value) {
        if (size == 0 || !(value instanceof Number number)) {
            return false;
        }
        return Comparisons.compareNumbers(number, Math.min(from, to)) >= 0
                && Comparisons.compareNumbers(number, Math.max(from, to)) <= 0
                && Comparisons.compareNumbers(number, number.intValue()) == 0;
    }

    @Override
    public int indexOf(@Nullable Object value) {
        return contains(value) && value instanceof Number number
                ? Math.abs(number.intValue() - from)
                : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object value) {
        return indexOf(value);
    }

    boolean isSameAs(ScriptRange other) {
        return size == other.size && (size == 0 || (from == other.from && to == other.to));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Comparisons.compareEqual(this, other);
    }

    @Override
    public int hashCode() {
        return 31 * from + to;
    }

    @Override
    public String toString() {
        return Values.text(this);
    }
}
