package kith.server.tenant;

import reactor.core.publisher.Mono;

/**
 * Port: organizations and accounts at the identity provider. Everything may be repeated: what is
 * there already stays as it is.
 */
public interface IdentityDirectory {

    /** The id of the tenant's organization. */
    Mono<String> organization(String slug, String name);

    /** The id of the account with that address; a known one keeps its name and password. */
    Mono<String> account(NewAccount account);

    /** Lets the account into the organization. */
    Mono<Void> join(String organization, String account);

    /** Takes the account out of the organization. */
    Mono<Void> leave(String organization, String account);

    /** Removes the organization, and the accounts that belong to no other one. */
    Mono<RemovedOrganization> remove(String organization);

    /** What was removed. */
    record RemovedOrganization(long organizations, long memberships, long accounts) {

        public static final RemovedOrganization NONE = new RemovedOrganization(0, 0, 0);

        public RemovedOrganization plus(RemovedOrganization other) {
            return new RemovedOrganization(
                    organizations + other.organizations,
                    memberships + other.memberships,
                    accounts + other.accounts);
        }
    }
}
