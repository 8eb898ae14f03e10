package kith.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;

/**
 * The passwords of one data directory: each made at random when first asked for, then kept in a
 * file that only its owner may read.
 */
public final class Secrets {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path file) {
        this.file = file;
    }

    /** The secret of that name: 32 letters and digits, safe in a URL and in a SQL literal. */
    public synchronized String get(String name) {
        Properties known = PropertiesFile.read(file);
        String secret = known.getProperty(name);
        if (secret == null) {
            secret = fresh();
            known.setProperty(name, secret);
            PropertiesFile.write(file, known);
        }
        return secret;
    }

    boolean knows(String name) {
        return PropertiesFile.read(file).containsKey(name);
    }

    /** Runs a step with a file that holds nothing but the secret, for programs that read one. */
    void withFileOf(String name, FileStep step) throws IOException {
        Path single = file.resolveSibling("secret-" + name);
        try {
            PropertiesFile.writePrivately(single, get(name) + "\n");
            step.run(single);
        } finally {
            Files.deleteIfExists(single);
        }
    }

    /** A step that reads a secret from a file. */
    interface FileStep {
        void run(Path secretFile) throws IOException;
    }

    private String fresh() {
        StringBuilder secret = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }
}
