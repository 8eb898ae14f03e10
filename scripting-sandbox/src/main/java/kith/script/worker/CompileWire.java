package kith.script.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.ObjectType;
import kith.script.PropertyType;
import kith.script.ScriptForm;
import kith.script.ScriptProblem;
import kith.script.ScriptSource;
import kith.script.ScriptType;
import kith.script.ScriptTypes;

/**
 * What the host and a worker say to each other. What comes from a worker may be anything: sizes are
 * bounded before memory is taken, and names are looked up.
 */
final class CompileWire {

    static final int READY = 0x4b495448;

    private static final int MAX_OBJECTS = 10_000;
    private static final int MAX_PROBLEMS = 1_000;
    private static final byte COMPILED = 1;
    private static final byte REFUSED = 2;

    record Request(ScriptSource source, ScriptTypes types) {}

    private CompileWire() {}

    static void writeRequest(DataOutputStream out, Request request) throws IOException {
        out.writeUTF(request.source().name());
        out.writeUTF(request.source().text());
        out.writeUTF(request.source().objectType());
        out.writeBoolean(request.source().form().isPerBatch());
        out.writeBoolean(request.source().form().mayFill());
        var objects = request.types().objects().values();
        out.writeInt(objects.size());
        for (ObjectType object : objects) {
            out.writeUTF(object.name());
            out.writeInt(object.properties().size());
            for (PropertyType property : object.properties().values()) {
                writeProperty(out, property);
            }
        }
        out.flush();
    }

    static Request readRequest(DataInputStream in) throws IOException {
        var source =
                new ScriptSource(
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        new ScriptForm(in.readBoolean(), in.readBoolean()));
        List<ObjectType> objects = new ArrayList<>();
        for (int left = bounded(in.readInt(), MAX_OBJECTS); left > 0; left--) {
            String name = in.readUTF();
            List<PropertyType> properties = new ArrayList<>();
            for (int more = bounded(in.readInt(), MAX_OBJECTS); more > 0; more--) {
                properties.add(readProperty(in));
            }
            objects.add(ObjectType.of(name, properties));
        }
        return new Request(source, ScriptTypes.of(objects));
    }

    static void writeResult(DataOutputStream out, CompileResult result) throws IOException {
        switch (result) {
            case CompileResult.Compiled(var script) -> {
                byte[] bytes = script.toBytes();
                out.writeByte(COMPILED);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            case CompileResult.Refused(var problems) -> {
                out.writeByte(REFUSED);
                out.writeInt(problems.size());
                for (ScriptProblem problem : problems) {
                    writeProblem(out, problem);
                }
            }
        }
        out.flush();
    }

    static CompileResult readResult(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case COMPILED -> {
                var bytes = new byte[bounded(in.readInt(), CompiledScript.MAX_BYTES)];
                in.readFully(bytes);
                yield new CompileResult.Compiled(CompiledScript.fromBytes(bytes));
            }
            case REFUSED -> {
                List<ScriptProblem> problems = new ArrayList<>();
                for (int left = bounded(in.readInt(), MAX_PROBLEMS); left > 0; left--) {
                    problems.add(readProblem(in));
                }
                yield new CompileResult.Refused(problems);
            }
            default -> throw new IOException("not an answer of a compile worker");
        };
    }

    private static void writeProperty(DataOutputStream out, PropertyType property)
            throws IOException {
        out.writeUTF(property.name());
        out.writeBoolean(property.isWritable());
        switch (property.type()) {
            case ScriptType.Scalar scalar -> {
                out.writeUTF(scalar.name());
                out.writeUTF("");
            }
            case ScriptType.Reference(var target) -> {
                out.writeUTF("");
                out.writeUTF(target);
            }
        }
    }

    private static PropertyType readProperty(DataInputStream in) throws IOException {
        String name = in.readUTF();
        boolean isWritable = in.readBoolean();
        String scalar = in.readUTF();
        String target = in.readUTF();
        ScriptType type =
                scalar.isEmpty()
                        ? new ScriptType.Reference(target)
                        : ScriptType.Scalar.valueOf(scalar);
        return new PropertyType(name, type, isWritable);
    }

    private static void writeProblem(DataOutputStream out, ScriptProblem problem)
            throws IOException {
        out.writeInt(problem.line());
        out.writeInt(problem.column());
        out.writeUTF(problem.code().name());
        out.writeUTF(shortened(problem.message()));
        out.writeUTF(problem.hint() == null ? "" : shortened(problem.hint()));
    }

    private static ScriptProblem readProblem(DataInputStream in) throws IOException {
        int line = in.readInt();
        int column = in.readInt();
        var code = ScriptProblem.Code.valueOf(in.readUTF());
        String message = in.readUTF();
        String hint = in.readUTF();
        return new ScriptProblem(line, column, code, message, hint.isEmpty() ? null : hint);
    }

    private static String shortened(String text) {
        return text.length() > 2_000 ? text.substring(0, 2_000) : text;
    }

    private static int bounded(int count, int max) throws IOException {
        if (count < 0 || count > max) {
            throw new IOException("count out of bounds");
        }
        return count;
    }
}
