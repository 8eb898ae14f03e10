package kith.server.tenant;

import reactor.core.publisher.Mono;

/** Port: programs at the identity provider, which sign in to one tenant with a secret. */
public interface ProgramDirectory {

    /** Makes one whose tokens open the tenant; answers with their subject. */
    Mono<String> admit(String slug, Program program);

    /** Gives it another secret; the one before ends at once. */
    Mono<Void> replaceSecret(String clientId, String secret);

    /** Whether it gets tokens. */
    Mono<Void> enable(String clientId, boolean isEnabled);

    /** Removes it, where it is there. */
    Mono<Void> dismiss(String clientId);

    /** Removes those of a tenant; answers with how many there were. */
    Mono<Long> dismissAll(String slug);

    /** The beginning of the ids of a tenant's programs; no slug has a dot. */
    static String prefix(String slug) {
        return "api." + slug + ".";
    }

    /** What signs in. */
    record Program(String clientId, String name, String secret) {

        @Override
        public String toString() {
            return "Program[" + clientId + "]";
        }
    }
}
