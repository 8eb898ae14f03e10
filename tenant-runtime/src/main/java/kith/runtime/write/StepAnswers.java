package kith.runtime.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.RecordSelection;
import kith.runtime.write.WriteRequest.CountItem;
import kith.runtime.write.WriteRequest.DestroyItem;
import kith.runtime.write.WriteRequest.UpsertItem;

/** Answers steps: with records as the read engine shows them inside the transaction. */
final class StepAnswers {

    private static final String KEY = "written";

    private final WriteSession session;
    private final WrittenRecords written;

    StepAnswers(WriteSession session, WrittenRecords written) {
        this.session = session;
        this.written = written;
    }

    /** One record; deleted ones are shown to whoever just deleted them. */
    byte[] record(ObjectType object, UUID id, RecordSelection selection, boolean withDeleted) {
        return JsonBytes.elements(array(object, List.of(id), selection, withDeleted)).getFirst();
    }

    byte[] records(ObjectType object, List<UUID> ids, RecordSelection selection) {
        return ids.isEmpty()
                ? JsonBytes.array(List.of())
                : array(object, ids, selection, /* withDeleted= */ false);
    }

    byte[] count(List<CountItem> items, int count) {
        JsonBytes answer = JsonBytes.object();
        for (CountItem item : items) {
            answer.entry(
                    item.key(),
                    switch (item) {
                        case CountItem.Count _ -> JsonBytes.number(count);
                        case CountItem.Text(_, String text) -> JsonBytes.text(text);
                    });
        }
        return answer.endObject();
    }

    byte[] destroyed(List<DestroyItem> items, UUID id) {
        JsonBytes answer = JsonBytes.object();
        for (DestroyItem item : items) {
            answer.entry(
                    item.key(),
                    switch (item) {
                        case DestroyItem.Id _ -> JsonBytes.text(id.toString());
                        case DestroyItem.Text(_, String text) -> JsonBytes.text(text);
                    });
        }
        return answer.endObject();
    }

    byte[] upserted(ObjectType object, List<UpsertItem> items, List<Draft> drafts) {
        List<UUID> ids = drafts.stream().map(Draft::id).toList();
        Map<String, List<byte[]>> whole = new LinkedHashMap<>();
        for (UpsertItem item : items) {
            if (item instanceof UpsertItem.Whole(String key, RecordSelection selection)) {
                whole.put(key, JsonBytes.elements(records(object, ids, selection)));
            }
        }
        List<byte[]> answers = new ArrayList<>(drafts.size());
        for (int index = 0; index < drafts.size(); index++) {
            Draft draft = drafts.get(index);
            JsonBytes answer = JsonBytes.object();
            for (UpsertItem item : items) {
                answer.entry(
                        item.key(),
                        switch (item) {
                            case UpsertItem.Id _ -> JsonBytes.text(draft.id().toString());
                            case UpsertItem.Created _ -> JsonBytes.flag(draft.isNew());
                            case UpsertItem.Whole(String key, _) ->
                                    whole.getOrDefault(key, List.of()).get(index);
                            case UpsertItem.Text(_, String text) -> JsonBytes.text(text);
                        });
            }
            answers.add(answer.endObject());
        }
        return JsonBytes.array(answers);
    }

    private byte[] array(
            ObjectType object, List<UUID> ids, RecordSelection selection, boolean withDeleted) {
        return JsonBytes.onlyArray(
                written.read(
                        session,
                        new ReadRequest(
                                List.of(
                                        new ReadRequest.ByIds(
                                                KEY, object, ids, withDeleted, selection)))));
    }
}
