package kith.script.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import kith.script.CompileResult;
import kith.script.ObjectType;
import kith.script.PropertyType;
import kith.script.ScriptSource;
import kith.script.ScriptType;
import kith.script.ScriptTypes;
import kith.script.compile.InProcessScriptCompiler;

/**
 * A process that compiles one rule after the other, as asked on its standard input, until that
 * ends. It holds nothing worth stealing and may be killed at any time.
 */
public final class CompileWorkerMain {

    /** The parser and the checker recurse with the depth of a rule. */
    private static final long STACK_BYTES = 16L << 20;

    private static final String FIRST_RULE =
            """
            def names = crm.query('Sample', [name: record.name])*.name
            BigDecimal total = 0
            names.each { n -> total += (n?.length() ?: 0) * 1.5 }
            if (total > 10 && record.name ==~ /a+/) { record.name = "${total} ${names.join(', ')}" }
            switch (record.name) { case ['a', 'b']: log.info('x'); break; default: record.amount = total }
            """;

    private CompileWorkerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var worker = new Thread(null, CompileWorkerMain::serve, "compile", STACK_BYTES);
        worker.start();
        worker.join();
    }

    private static void serve() {
        var compiler = new InProcessScriptCompiler();
        warmUp(compiler);
        try (var in =
                        new DataInputStream(
                                new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
                var out =
                        new DataOutputStream(
                                new BufferedOutputStream(
                                        new FileOutputStream(FileDescriptor.out)))) {
            out.writeInt(CompileWire.READY);
            out.flush();
            while (true) {
                CompileWire.Request request = CompileWire.readRequest(in);
                CompileWire.writeResult(out, compiler.compile(request.source(), request.types()));
            }
        } catch (EOFException _) {
            // The host has gone or wants no more: the normal end.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first compilation of a process takes a hundred times as long as later ones. */
    private static void warmUp(InProcessScriptCompiler compiler) {
        var sample =
                ObjectType.of(
                        "Sample",
                        List.of(
                                new PropertyType("name", ScriptType.Scalar.TEXT, true),
                                new PropertyType("amount", ScriptType.Scalar.NUMBER, true)));
        CompileResult result =
                compiler.compile(
                        new ScriptSource("sample", FIRST_RULE, "Sample"),
                        ScriptTypes.of(List.of(sample)));
        if (result instanceof CompileResult.Refused(var problems)) {
            throw new IllegalStateException("the sample rule does not compile: " + problems);
        }
    }
}
