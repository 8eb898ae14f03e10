package kith.bench.heap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What has to be known of a dump before its objects can be read. */
final class HeapSurvey implements HeapRecords.Visitor {

    private static final String UNKNOWN = "?";

    private final Map<Long, String> texts = new HashMap<>();
    private final Map<Long, Long> classNames = new HashMap<>();
    private final Map<Long, Long> classPlaces = new HashMap<>();
    private final List<Long> roots = new ArrayList<>();
    private long lowest = Long.MAX_VALUE;
    private int count;

    @Override
    public void text(long id, String text) {
        texts.put(id, text);
    }

    @Override
    public void loaded(long type, long name) {
        classNames.put(type, name);
    }

    @Override
    public void root(long id) {
        if (id != 0) {
            roots.add(id);
        }
    }

    @Override
    public void object(int tag, long id, long place) {
        count++;
        lowest = Math.min(lowest, id);
        if (tag == HeapRecords.CLASS) {
            classPlaces.put(id, place);
        }
    }

    int count() {
        return count;
    }

    /** The lowest id. */
    long lowest() {
        return lowest;
    }

    LongStream roots() {
        return roots.stream().mapToLong(Long::longValue).distinct();
    }

    /** The layouts of all classes by their ids. */
    Map<Long, HeapLayout> layouts(HeapRecords records) {
        Map<Long, ClassRecord> classes = new HashMap<>();
        classPlaces.forEach((id, place) -> classes.put(id, new ClassRecord(records, place)));
        Map<Long, HeapLayout> layouts = new HashMap<>();
        classes.forEach((id, type) -> layouts.put(id, layout(id, type, classes)));
        return layouts;
    }

    private HeapLayout layout(long id, ClassRecord type, Map<Long, ClassRecord> classes) {
        HeapLayout.Draft draft = new HeapLayout.Draft();
        for (ClassRecord each = type; each != null; each = classes.get(each.superclass())) {
            for (ClassRecord.OwnField field : each.fields()) {
                draft.add(texts.getOrDefault(field.name(), UNKNOWN), field);
            }
        }
        return draft.made(name(id), type.references());
    }

    private String name(long type) {
        return texts.getOrDefault(classNames.getOrDefault(type, 0L), UNKNOWN).replace('/', '.');
    }
}
