package kith.embedded;

/** What can be embedded; an installation with an own one leaves it out. */
public enum Embeddable {
    POSTGRES("PostgreSQL"),
    REDIS("Redis"),
    KEYCLOAK("Keycloak");

    private final String title;

    Embeddable(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
