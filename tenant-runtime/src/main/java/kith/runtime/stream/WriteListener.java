package kith.runtime.stream;

import kith.runtime.tenant.Tenant;

/** Hears of writes that were committed on this node. */
@FunctionalInterface
public interface WriteListener {

    /** Called once for each write, on the thread that committed it: it must be quick. */
    void written(Tenant tenant);
}
