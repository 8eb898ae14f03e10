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
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
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

    /** Its argument is after how many milliseconds of one compilation it ends itself. */
    public static void main(String[] arguments) throws InterruptedException {
        long patience = Long.parseLong(arguments[0]);
        var worker = new Thread(null, () -> serve(patience), "compile", STACK_BYTES);
        worker.start();
        worker.join();
    }

    private static void serve(long patience) {
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
                CompileResult result = withinPatience(patience, () -> compile(compiler, request));
                CompileWire.writeResult(out, result);
            }
        } catch (EOFException _) {
            // The host has gone or wants no more: the normal end.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompileResult compile(
            InProcessScriptCompiler compiler, CompileWire.Request request) {
        return compiler.compile(request.source(), request.types());
    }

    /** The host kills a slow worker; where the host is gone, nobody else would. */
    private static CompileResult withinPatience(long patience, Supplier<CompileResult> work) {
        var end = new Timer("end", /* isDaemon= */ true);
        end.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        Runtime.getRuntime().halt(1);
                    }
                },
                patience);
        try {
            return work.get();
        } finally {
            end.cancel();
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
