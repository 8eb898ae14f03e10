package kith.bench.heap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The objects of a heap dump, numbered from 0, and what they refer to. */
public final class HeapDump implements AutoCloseable {

    private static final int PLACE_BITS = 34;
    private static final long PLACE = (1L << PLACE_BITS) - 1;
    private static final int NONE = -1;

    private final Arena arena = Arena.ofShared();
    private final HeapRecords records;
    private final Map<Long, HeapLayout> layouts = new HashMap<>();
    private final long lowest;

    /** For each object its distance from the lowest, and the place of its record. */
    private final long[] objects;

    private final int[] roots;

    private HeapDump(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            this.records =
                    new HeapRecords(
                            channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        }
        HeapSurvey survey = new HeapSurvey();
        records.walk(survey);
        this.lowest = survey.lowest();
        this.objects = new long[survey.count()];
        records.walk(
                new HeapRecords.Visitor() {
                    private int next;

                    @Override
                    public void object(int tag, long id, long place) {
                        objects[next++] = (id - lowest) >>> 3 << PLACE_BITS | place;
                    }
                });
        Arrays.parallelSort(objects);
        survey.layouts(records).forEach(layouts::put);
        this.roots = survey.roots().mapToInt(this::number).filter(root -> root >= 0).toArray();
    }

    public static HeapDump open(Path file) {
        try {
            return new HeapDump(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int count() {
        return objects.length;
    }

    /** Objects that are alive by themselves. */
    int[] roots() {
        return roots;
    }

    /** All instances of a class. */
    public IntStream instancesOf(String className) {
        return instancesMatching(className::equals);
    }

    /** All instances of classes of such names. */
    public IntStream instancesMatching(Predicate<String> className) {
        Set<Long> classes =
                layouts.entrySet().stream()
                        .filter(entry -> className.test(entry.getValue().name()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return IntStream.range(0, objects.length).filter(object -> classes.contains(type(object)));
    }

    /** The class of an instance; empty for classes and arrays. */
    public Optional<String> className(int object) {
        return Optional.ofNullable(layouts.get(type(object))).map(HeapLayout::name);
    }

    /** What a field of an instance refers to. */
    public Optional<Integer> field(int object, String name) {
        HeapLayout layout = layouts.get(type(object));
        return layout == null
                ? Optional.empty()
                : layout.place(name)
                        .map(place -> number(records.longAt(place(object) + 25 + place.offset())))
                        .filter(target -> target >= 0);
    }

    /** The text of a string of Latin letters. */
    public String text(int string) {
        long array = place(field(string, "value").orElseThrow());
        return records.textAt(array + 18, records.intAt(array + 13));
    }

    /** Bytes of the object alone. */
    long size(int object) {
        long place = place(object);
        int tag = records.byteAt(place);
        return switch (tag) {
            case HeapRecords.INSTANCE ->
                    Objects.requireNonNull(layouts.get(type(object)), "a class without record")
                            .size();
            case HeapRecords.OBJECTS, HeapRecords.PRIMITIVES ->
                    HeapLayout.arraySize(
                            tag, records.byteAt(place + 17), records.intAt(place + 13));
            default -> HeapLayout.aligned(HeapLayout.HEADER + 100);
        };
    }

    /** Tells of everything that an object keeps alive directly. */
    void eachReference(int object, IntConsumer target) {
        long place = place(object);
        switch (records.byteAt(place)) {
            case HeapRecords.INSTANCE -> {
                long type = records.longAt(place + 13);
                tell(type, target);
                @Nullable HeapLayout layout = layouts.get(type);
                if (layout != null) {
                    for (HeapLayout.Place reference : layout.places()) {
                        tell(records.longAt(place + 25 + reference.offset()), target);
                    }
                }
            }
            case HeapRecords.OBJECTS -> {
                int count = records.intAt(place + 13);
                for (int index = 0; index < count; index++) {
                    tell(records.longAt(place + 25 + 8L * index), target);
                }
            }
            case HeapRecords.CLASS ->
                    Objects.requireNonNullElse(references(object), List.<Long>of())
                            .forEach(id -> tell(id, target));
            default -> {}
        }
    }

    private @Nullable List<Long> references(int type) {
        HeapLayout layout = layouts.get(records.longAt(place(type) + 1));
        return layout == null ? null : layout.references();
    }

    private void tell(long id, IntConsumer target) {
        int number = number(id);
        if (number >= 0) {
            target.accept(number);
        }
    }

    private long place(int object) {
        return objects[object] & PLACE;
    }

    /** The id of the class of an instance; 0 for everything else. */
    private long type(int object) {
        long place = place(object);
        return records.byteAt(place) == HeapRecords.INSTANCE ? records.longAt(place + 13) : 0;
    }

    private int number(long id) {
        if (id < lowest) {
            return NONE;
        }
        long wanted = (id - lowest) >>> 3 << PLACE_BITS;
        int found = Arrays.binarySearch(objects, wanted);
        int number = found >= 0 ? found : -found - 1;
        return number < objects.length && objects[number] >>> PLACE_BITS == wanted >>> PLACE_BITS
                ? number
                : NONE;
    }

    @Override
    public void close() {
        arena.close();
    }
}
