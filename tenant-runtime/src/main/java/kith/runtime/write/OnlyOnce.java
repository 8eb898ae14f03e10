package kith.runtime.write;

import java.util.function.UnaryOperator;

/**
 * Makes a write happen once, however often it is sent: a repetition is given the first answer.
 *
 * @param key the caller's name for the write; of one caller within a tenant
 * @param content what the write consists of, as a digest: another one under the same key is refused
 * @param answer makes what the caller is told of what the write answers; kept as it makes it
 */
public record OnlyOnce(String key, String content, UnaryOperator<byte[]> answer) {}
