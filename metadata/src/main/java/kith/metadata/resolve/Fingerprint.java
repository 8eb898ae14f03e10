package kith.metadata.resolve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kith.metadata.Component;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.RecordHome;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.catalog.SystemFields;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.codec.ComponentDocuments;

/**
 * The SHA-256 of all that a catalog consists of, the platform's own part included, whatever the
 * order in which it was made. Where records lie belongs to it, and which stored formulas are
 * computed for now: statements name tables and columns.
 */
final class Fingerprint {

    private static final String FORM = "kith catalog 1";

    private final ComponentDocuments documents;

    Fingerprint(ComponentDocuments documents) {
        this.documents = documents;
    }

    String of(
            Collection<Component> components,
            Map<Integer, RecordHome> homes,
            Collection<StoredFormula> formulas) {
        MessageDigest digest = sha256();
        add(digest, FORM);
        for (Component component : system()) {
            add(digest, documents.encode(component).toString());
        }
        components.stream()
                .sorted(Comparator.comparing(Component::id))
                .forEach(component -> add(digest, documents.encode(component).toString()));
        homes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(home -> add(digest, home.getKey() + " in " + home.getValue()));
        formulas.stream()
                .filter(StoredFormula::isStale)
                .map(formula -> formula.field().id() + " stale")
                .sorted()
                .forEach(line -> add(digest, line));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Component> system() {
        List<Component> system = new ArrayList<>();
        system.addAll(SystemObjects.objects());
        system.addAll(SystemObjects.fields());
        SystemFields.of(SystemObjects.objects().getFirst()).stream()
                .map(Field::definition)
                .forEach(system::add);
        return system;
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
