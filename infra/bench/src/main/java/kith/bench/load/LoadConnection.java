package kith.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection, with at most one request under way. */
final class LoadConnection implements AutoCloseable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final AnswerReader answer = new AnswerReader();
    private ByteBuffer request = ByteBuffer.allocate(0);
    private long begunNanos;

    private LoadConnection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static LoadConnection open(InetSocketAddress address, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new LoadConnection(channel, selector);
    }

    void send(byte[] bytes) throws IOException {
        request = ByteBuffer.wrap(bytes);
        answer.reset();
        begunNanos = System.nanoTime();
        write();
    }

    private void write() throws IOException {
        channel.write(request);
        int interest =
                request.hasRemaining()
                        ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                        : SelectionKey.OP_READ;
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    /** Does what the connection is ready for; true once its answer is complete. */
    boolean proceed(ByteBuffer buffer) throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (!key.isReadable()) {
            return false;
        }
        boolean isComplete = false;
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            throw new EOFException("the connection was closed before the answer was complete");
        }
        buffer.flip();
        if (buffer.hasRemaining()) {
            isComplete = answer.take(buffer);
        }
        return isComplete;
    }

    long elapsedNanos() {
        return System.nanoTime() - begunNanos;
    }

    AnswerReader answer() {
        return answer;
    }

    @Override
    public void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
