package kith.script.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.script.CrmGateway;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/** The host's records, asked for over the link. */
record RemoteCrm(HostLink link, PropertyNames names) implements CrmGateway {

    @Override
    public List<ScriptRecord> query(
            String objectType, Map<String, @Nullable Object> criteria, int maxRows) {
        return link.talk(() -> {
            link.out().kind(Message.QUERY).text(objectType);
            send(criteria);
            link.out().number(maxRows);
            link.await(Message.RECORDS);
            int count = link.in().count();
            List<ScriptRecord> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                rows.add(RemoteRecord.read(link, names));
            }
            return rows;
        });
    }

    @Override
    public @Nullable ScriptRecord get(String objectType, String id) {
        return link.<@Nullable ScriptRecord>talk(() -> {
            link.out().kind(Message.FETCH).text(objectType).text(id);
            return record();
        });
    }

    @Override
    public ScriptRecord create(String objectType, Map<String, @Nullable Object> values) {
        return link.talk(() -> {
            link.out().kind(Message.CREATE).text(objectType);
            send(values);
            ScriptRecord created = record();
            if (created == null) {
                throw new WireException("what was created is missing");
            }
            return created;
        });
    }

    @Override
    public void update(ScriptRecord record) {
        write(Message.UPDATE, record);
    }

    @Override
    public void update(String objectType, String id, Map<String, @Nullable Object> values) {
        link.talk(() -> {
            link.out().kind(Message.UPDATE_BY_ID).text(objectType).text(id);
            send(values);
            link.await(Message.DONE);
            return true;
        });
    }

    @Override
    public void delete(ScriptRecord record) {
        write(Message.DELETE, record);
    }

    @Override
    public void delete(String objectType, String id) {
        link.talk(() -> {
            link.out().kind(Message.DELETE_BY_ID).text(objectType).text(id);
            link.await(Message.DONE);
            return true;
        });
    }

    private void write(Message kind, ScriptRecord record) {
        int number = ((RemoteRecord) record).number();
        link.talk(() -> {
            link.out().kind(kind).number(number);
            link.await(Message.DONE);
            return true;
        });
    }

    private @Nullable ScriptRecord record() throws IOException {
        link.await(Message.RECORD);
        return link.in().truth() ? RemoteRecord.read(link, names) : null;
    }

    private void send(Map<String, @Nullable Object> values) throws IOException {
        link.out().number(values.size());
        for (var entry : values.entrySet()) {
            link.out().text(entry.getKey());
            link.out().value(entry.getValue(), WireWriter.NO_RECORDS);
        }
    }
}
