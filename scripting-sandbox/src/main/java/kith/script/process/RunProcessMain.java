package kith.script.process;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import kith.script.allow.AllowList;

/**
 * A process that runs rules for one tenant, as asked on its standard input, until that ends. It
 * knows no credentials and no addresses, and may be killed at any time.
 */
public final class RunProcessMain {

    /** For the depth that rules may reach. */
    private static final long STACK_BYTES = 4L << 20;

    private RunProcessMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var overstay = new Overstay();
        Thread.ofPlatform().daemon().name("overstay").start(overstay);
        var rules = new Thread(null, () -> serve(overstay), "rules", STACK_BYTES);
        rules.start();
        rules.join();
    }

    private static void serve(Overstay overstay) {
        AllowList.standard();
        try (var input = new FileInputStream(FileDescriptor.in);
                var output = new FileOutputStream(FileDescriptor.out)) {
            var in = new WireReader(input, Long.MAX_VALUE);
            var out = new WireWriter(output);
            var loop = new RunLoop(in, out, overstay);
            out.number(RunProcess.READY).flush();
            while (true) {
                loop.obey(in.kind());
            }
        } catch (EOFException _) {
            // The host has gone or wants no more: the normal end.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
