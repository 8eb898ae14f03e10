package kith.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A compiled rule: classes that call nothing but the rule library, and what they touch. Its bytes
 * may be stored and sent; they are trusted by nobody, {@code ScriptLoader} checks them whenever it
 * loads them.
 *
 * <p>{@link #reads} and {@link #writes} hold {@code Object.property} for every property that the
 * rule names, on its own record, through references and through {@code crm}.
 */
public final class CompiledScript {

    /** No rule of the allowed size needs more. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int FORMAT = 2;
    private static final int MAX_WARNINGS = 1_000;
    private static final int MAX_CLASSES = 400;
    private static final int MAX_PATHS = 20_000;

    private final String name;
    private final String objectType;
    private final ScriptForm form;
    private final String sourceHash;
    private final SortedSet<String> reads;
    private final SortedSet<String> writes;
    private final List<ScriptProblem> warnings;
    private final Map<String, byte[]> classes;

    private CompiledScript(
            String name,
            String objectType,
            ScriptForm form,
            String sourceHash,
            SortedSet<String> reads,
            SortedSet<String> writes,
            List<ScriptProblem> warnings,
            Map<String, byte[]> classes) {
        this.name = name;
        this.objectType = objectType;
        this.form = form;
        this.sourceHash = sourceHash;
        this.reads = Collections.unmodifiableSortedSet(new TreeSet<>(reads));
        this.writes = Collections.unmodifiableSortedSet(new TreeSet<>(writes));
        this.warnings = List.copyOf(warnings);
        var copy = new LinkedHashMap<String, byte[]>();
        classes.forEach((className, bytes) -> copy.put(className, bytes.clone()));
        this.classes = Collections.unmodifiableMap(copy);
    }

    /** What was compiled from a source; its hash is taken here. */
    public static CompiledScript of(
            ScriptSource source,
            SortedSet<String> reads,
            SortedSet<String> writes,
            List<ScriptProblem> warnings,
            Map<String, byte[]> classes) {
        return new CompiledScript(
                source.name(),
                source.objectType(),
                source.form(),
                hash(source.text()),
                reads,
                writes,
                warnings,
                classes);
    }

    public static CompiledScript fromBytes(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("not a compiled rule: too large");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw new IllegalArgumentException("not a compiled rule of this version");
            }
            var name = in.readUTF();
            var objectType = in.readUTF();
            var form = new ScriptForm(in.readBoolean(), in.readBoolean());
            var sourceHash = in.readUTF();
            var reads = readPaths(in);
            var writes = readPaths(in);
            var warnings = readWarnings(in);
            var classes = new LinkedHashMap<String, byte[]>();
            for (int left = bounded(in.readInt(), MAX_CLASSES); left > 0; left--) {
                var className = in.readUTF();
                var classFile = new byte[bounded(in.readInt(), in.available())];
                in.readFully(classFile);
                classes.put(className, classFile);
            }
            return new CompiledScript(
                    name, objectType, form, sourceHash, reads, writes, warnings, classes);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a compiled rule", e);
        }
    }

    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(name);
            out.writeUTF(objectType);
            out.writeBoolean(form.isPerBatch());
            out.writeBoolean(form.mayFill());
            out.writeUTF(sourceHash);
            writePaths(out, reads);
            writePaths(out, writes);
            writeWarnings(out, warnings);
            out.writeInt(classes.size());
            for (var entry : classes.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public String name() {
        return name;
    }

    public String objectType() {
        return objectType;
    }

    public ScriptForm form() {
        return form;
    }

    /** SHA-256 of the source text, hexadecimal. */
    public String sourceHash() {
        return sourceHash;
    }

    public SortedSet<String> reads() {
        return reads;
    }

    public SortedSet<String> writes() {
        return writes;
    }

    /** What its author should know of it, though it may run. */
    public List<ScriptProblem> warnings() {
        return warnings;
    }

    /** The class files by internal name. */
    public Map<String, byte[]> classes() {
        var copy = new LinkedHashMap<String, byte[]>();
        classes.forEach((className, bytes) -> copy.put(className, bytes.clone()));
        return copy;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static SortedSet<String> readPaths(DataInputStream in) throws IOException {
        var paths = new TreeSet<String>();
        for (int left = bounded(in.readInt(), MAX_PATHS); left > 0; left--) {
            paths.add(in.readUTF());
        }
        return paths;
    }

    private static void writePaths(DataOutputStream out, SortedSet<String> paths)
            throws IOException {
        out.writeInt(paths.size());
        for (var path : paths) {
            out.writeUTF(path);
        }
    }

    private static List<ScriptProblem> readWarnings(DataInputStream in) throws IOException {
        var warnings = new ArrayList<ScriptProblem>();
        for (int left = bounded(in.readInt(), MAX_WARNINGS); left > 0; left--) {
            warnings.add(
                    new ScriptProblem(
                            in.readInt(),
                            in.readInt(),
                            ScriptProblem.Code.REPEATED_QUERY,
                            in.readUTF(),
                            in.readUTF()));
        }
        return warnings;
    }

    private static void writeWarnings(DataOutputStream out, List<ScriptProblem> warnings)
            throws IOException {
        out.writeInt(warnings.size());
        for (var warning : warnings) {
            out.writeInt(warning.line());
            out.writeInt(warning.column());
            out.writeUTF(warning.message());
            out.writeUTF(warning.hint() == null ? "" : warning.hint());
        }
    }

    private static int bounded(int count, int max) {
        if (count < 0 || count > max) {
            throw new IllegalArgumentException("not a compiled rule: count out of bounds");
        }
        return count;
    }
}
