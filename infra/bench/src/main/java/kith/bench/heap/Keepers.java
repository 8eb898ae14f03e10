package kith.bench.heap;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who keeps what alive. Some objects are given to keepers; what dies when all objects of a keeper
 * go, and nothing else does, is its retained heap.
 */
public final class Keepers {

    /** Reached from several keepers, and from nothing else. */
    public static final int SHARED = Integer.MAX_VALUE;

    private static final int NOBODY = 0;

    private final HeapDump dump;
    private final Map<Integer, Integer> given;
    private final BitSet independent;
    private final int[] keeper;
    private int[] pending = new int[1 << 16];
    private int depth;

    /**
     * Computes it.
     *
     * @param given keepers, numbered from 1, by the objects that are theirs
     */
    public Keepers(HeapDump dump, Map<Integer, Integer> given) {
        this.dump = dump;
        this.given = given;
        this.independent = new BitSet(dump.count());
        this.keeper = new int[dump.count()];
        markIndependent();
        given.forEach(this::markKept);
    }

    /** Bytes that each keeper alone keeps alive; under {@link #SHARED} those of several. */
    public Map<Integer, Long> retained() {
        Map<Integer, Long> retained = new TreeMap<>();
        for (int object = 0; object < keeper.length; object++) {
            if (keeper[object] != NOBODY) {
                retained.merge(keeper[object], dump.size(object), Long::sum);
            }
        }
        return retained;
    }

    /** The same for one keeper, by class. */
    public Map<String, Long> retainedByClass(int wanted) {
        Map<String, Long> retained = new TreeMap<>();
        for (int object = 0; object < keeper.length; object++) {
            if (keeper[object] == wanted) {
                retained.merge(
                        dump.className(object).orElse("arrays"), dump.size(object), Long::sum);
            }
        }
        return retained;
    }

    /** What the rest of the program reaches without passing an object of a keeper. */
    private void markIndependent() {
        for (int root : dump.roots()) {
            visitIndependent(root);
        }
        while (depth > 0) {
            dump.eachReference(pending[--depth], this::visitIndependent);
        }
    }

    private void visitIndependent(int object) {
        if (!independent.get(object) && !given.containsKey(object)) {
            independent.set(object);
            push(object);
        }
    }

    private void markKept(int object, int by) {
        keeper[object] = by;
        push(object);
        while (depth > 0) {
            dump.eachReference(pending[--depth], target -> visitKept(target, by));
        }
    }

    private void visitKept(int object, int by) {
        if (independent.get(object) || given.containsKey(object)) {
            return;
        }
        int known = keeper[object];
        if (known == NOBODY || (known != by && known != SHARED)) {
            keeper[object] = known == NOBODY ? by : SHARED;
            push(object);
        }
    }

    private void push(int object) {
        if (depth == pending.length) {
            pending = Arrays.copyOf(pending, depth * 2);
        }
        pending[depth++] = object;
    }
}
