package kith.embedded;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which services to start and how. Keycloak keeps its data in the embedded PostgreSQL and brings it
 * along.
 */
public record EmbeddedSettings(
        Set<EmbeddedService> wanted, Durability durability, KeycloakSettings keycloak) {

    public EmbeddedSettings {
        EnumSet<EmbeddedService> all = EnumSet.noneOf(EmbeddedService.class);
        all.addAll(wanted);
        if (all.contains(EmbeddedService.KEYCLOAK)) {
            all.add(EmbeddedService.POSTGRES);
        }
        wanted = Set.copyOf(all);
    }

    boolean wants(EmbeddedService service) {
        return wanted.contains(service);
    }
}
