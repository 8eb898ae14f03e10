package kith.embedded;

/** A role that may log in. The name is an SQL identifier, the password letters and digits. */
public record DatabaseRole(String name, String password) {

    public DatabaseRole {
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a role name: " + name);
        }
        if (!password.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("a password of letters and digits is needed");
        }
    }

    @Override
    public String toString() {
        return "DatabaseRole[" + name + "]";
    }
}
