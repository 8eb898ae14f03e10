package kith.server.tenant;

import java.util.List;
import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** Port: the packages that this installation offers. */
public interface Packages {

    List<Offer> offers();

    /** Fails with a problem where one of the names is not offered. */
    void requireKnown(List<String> names);

    /** Brings the package's components into the tenant; what is there already stays. */
    Mono<Void> install(Caller caller, String name);

    /** A package on offer. */
    record Offer(String name, String version, String label, String description) {}
}
