package kith.embedded;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which services to start and how. Keycloak keeps its data in the embedded PostgreSQL and brings it
 * along.
 */
public record EmbeddedSettings(
        Set<Embeddable> wanted, Durability durability, KeycloakSettings keycloak) {

    public EmbeddedSettings {
        EnumSet<Embeddable> all = EnumSet.noneOf(Embeddable.class);
        all.addAll(wanted);
        if (all.contains(Embeddable.KEYCLOAK)) {
            all.add(Embeddable.POSTGRES);
        }
        wanted = Set.copyOf(all);
    }

    boolean wants(Embeddable service) {
        return wanted.contains(service);
    }
}
