package kith.server.tenant;

import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** Port: records that come with a package for trying it out. */
@FunctionalInterface
public interface SampleData {

    /** May be repeated: records that are there already are not made again. */
    Mono<Void> load(Caller caller, String packageName);
}
