package kith.server.tenant;

import java.util.Locale;
import java.util.Optional;

/**
 * A person who shall be able to sign in.
 *
 * @param email kept in lower case, as the identity provider does
 * @param password for an address that has no account yet; without one the person is asked by mail
 */
public record NewAccount(
        String email, String firstName, String lastName, Optional<String> password) {

    public NewAccount {
        email = email.strip().toLowerCase(Locale.ROOT);
    }

    /** First and last name, or the address where there is neither. */
    public String fullName() {
        String name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? email : name;
    }

    NewAccount withPassword(String word) {
        return new NewAccount(email, firstName, lastName, Optional.of(word));
    }

    @Override
    public String toString() {
        return "NewAccount[" + email + "]";
    }
}
