package kith.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kith.bench.work.Operation;

/**
 * What a run measures.
 *
 * @param products keys of those that take part
 * @param connections numbers of connections, one after the other
 * @param point how long one product is measured under one load
 * @param warmUp how long each operation is sent to each product before
 */
public record BenchOptions(
        Set<String> products,
        List<Operation> operations,
        List<Integer> connections,
        int rounds,
        Duration point,
        Duration warmUp) {

    static final List<String> PRODUCTS =
            List.of("kith", "kith-shared", "raw", "postgraphile", "directus");

    private static final Duration POINT = Duration.ofSeconds(4);
    private static final Duration WARM_UP = Duration.ofSeconds(16);
    private static final Duration QUICK_POINT = Duration.ofSeconds(3);
    private static final Duration QUICK_WARM_UP = Duration.ofSeconds(6);

    public BenchOptions {
        products = new LinkedHashSet<>(products);
        operations = List.copyOf(operations);
        connections = List.copyOf(connections);
    }

    /**
     * Understands the words of a command.
     *
     * @throws IllegalArgumentException naming a word that means nothing
     */
    static BenchOptions parse(List<String> words) {
        boolean isQuick = words.contains("--quick");
        BenchOptions options =
                new BenchOptions(
                        new LinkedHashSet<>(PRODUCTS),
                        List.of(Operation.values()),
                        isQuick ? List.of(8) : List.of(1, 8, 32),
                        isQuick ? 2 : 3,
                        isQuick ? QUICK_POINT : POINT,
                        isQuick ? QUICK_WARM_UP : WARM_UP);
        List<Operation> named = new ArrayList<>();
        for (String word : words) {
            switch (word) {
                case "--quick" -> {}
                case "reads" -> named.addAll(Operation.reads());
                default -> {
                    if (word.startsWith("--")) {
                        options = options.with(word);
                    } else {
                        named.add(operation(word));
                    }
                }
            }
        }
        return named.isEmpty() ? options : options.withOperations(named);
    }

    private static Operation operation(String word) {
        return Operation.named(word)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\"%s\" is no operation; there are reads and %s"
                                        .formatted(
                                                word,
                                                Arrays.stream(Operation.values())
                                                        .map(Operation::key)
                                                        .toList())));
    }

    private BenchOptions with(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        List<String> values =
                equals < 0 ? List.of() : Arrays.asList(word.substring(equals + 1).split(",", -1));
        return switch (name) {
            case "--only" -> withProducts(values);
            case "--connections" ->
                    new BenchOptions(
                            products,
                            operations,
                            values.stream().map(Integer::valueOf).toList(),
                            rounds,
                            point,
                            warmUp);
            case "--rounds" ->
                    new BenchOptions(
                            products,
                            operations,
                            connections,
                            Integer.parseInt(values.getFirst()),
                            point,
                            warmUp);
            case "--seconds" ->
                    new BenchOptions(
                            products,
                            operations,
                            connections,
                            rounds,
                            Duration.ofSeconds(Integer.parseInt(values.getFirst())),
                            warmUp);
            default -> throw new IllegalArgumentException("\"" + word + "\" is no option");
        };
    }

    private BenchOptions withProducts(List<String> keys) {
        keys.stream()
                .filter(key -> !PRODUCTS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException(
                            "\"" + key + "\" is no product; there are " + PRODUCTS);
                });
        return new BenchOptions(
                new LinkedHashSet<>(keys), operations, connections, rounds, point, warmUp);
    }

    private BenchOptions withOperations(List<Operation> named) {
        return new BenchOptions(
                products,
                named.stream().distinct().sorted().toList(),
                connections,
                rounds,
                point,
                warmUp);
    }

    boolean has(String product) {
        return products.contains(product);
    }
}
