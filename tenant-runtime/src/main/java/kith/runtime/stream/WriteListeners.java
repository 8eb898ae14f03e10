package kith.runtime.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kith.runtime.tenant.Tenant;

/** Passes what it hears on to others, who may come while it is in use. */
public final class WriteListeners implements WriteListener {

    private final List<WriteListener> listeners = new CopyOnWriteArrayList<>();

    public void add(WriteListener listener) {
        listeners.add(listener);
    }

    @Override
    public void written(Tenant tenant) {
        listeners.forEach(listener -> listener.written(tenant));
    }
}
