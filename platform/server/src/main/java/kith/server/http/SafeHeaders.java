package kith.server.http;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every answer that leaves a connection the headers that nothing may go out without, whoever
 * wrote it: endpoints, the framework, or the network layer that could not read a request. What an
 * answer says itself stands.
 */
@ChannelHandler.Sharable
final class SafeHeaders extends ChannelOutboundHandlerAdapter {

    private static final Header STRICT_TRANSPORT =
            header("strict-transport-security", "max-age=31536000");

    private final List<Header> headers;

    /**
     * @param isHttps browsers reach the server encrypted, and are to insist on it
     */
    SafeHeaders(boolean isHttps) {
        List<Header> all =
                new ArrayList<>(
                        List.of(
                                header("x-content-type-options", "nosniff"),
                                header(
                                        "content-security-policy",
                                        "default-src 'none'; frame-ancestors 'none'"),
                                header("referrer-policy", "same-origin"),
                                header("cross-origin-resource-policy", "same-origin")));
        if (isHttps) {
            all.add(STRICT_TRANSPORT);
        }
        this.headers = List.copyOf(all);
    }

    private static Header header(String name, String value) {
        return new Header(AsciiString.cached(name), AsciiString.cached(value));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws Exception {
        if (message instanceof HttpResponse answer) {
            complete(answer.headers());
        }
        super.write(context, message, promise);
    }

    private void complete(HttpHeaders answer) {
        for (Header header : headers) {
            if (!answer.contains(header.name())) {
                answer.set(header.name(), header.value());
            }
        }
    }

    private record Header(AsciiString name, AsciiString value) {}
}
