package kith.bench.tenant;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds of both loads
 * @param point how long each load lasts
 */
record TenantOptions(int rounds, Duration point) {

    private static final int ROUNDS = 5;
    private static final int SECONDS = 6;

    /**
     * Understands the words of a command.
     *
     * @throws IllegalArgumentException naming a word that means nothing
     */
    static TenantOptions parse(List<String> words) {
        int rounds = ROUNDS;
        int seconds = SECONDS;
        for (String word : words) {
            if (word.matches("--rounds=[0-9]+")) {
                rounds = number(word);
            } else if (word.matches("--seconds=[0-9]+")) {
                seconds = number(word);
            } else {
                throw new IllegalArgumentException("\"" + word + "\" is no option");
            }
        }
        return new TenantOptions(rounds, Duration.ofSeconds(seconds));
    }

    private static int number(String word) {
        return Integer.parseInt(word.substring(word.indexOf('=') + 1));
    }
}
