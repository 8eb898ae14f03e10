package kith.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import kith.bench.product.Product;
import kith.bench.work.Ask;
import kith.bench.work.Asks;
import kith.bench.work.Operation;
import tools.jackson.databind.JsonNode;

/** Makes sure, before anything is measured, that all products answer the same. */
final class Agreement {

    private static final int COMPARED = 10;

    private final Set<Offer> offers = new HashSet<>();
    private final List<String> absent = new ArrayList<>();

    private Agreement() {}

    private record Offer(Product product, Operation operation) {}

    /**
     * Asks all products the same.
     *
     * @throws IllegalStateException if answers differ
     */
    static Agreement check(List<Product> products, List<Operation> operations) {
        Agreement agreement = new Agreement();
        for (Operation operation : operations) {
            List<Ask> asks =
                    operation.isSingleFile()
                            ? List.of()
                            : new Asks(new SplittableRandom(3)).of(operation, COMPARED);
            for (Product product : products) {
                agreement.tryOut(product, operation, asks);
            }
            if (!operation.isWrite()) {
                asks.forEach(ask -> agreement.compare(products, operation, ask));
            }
        }
        return agreement;
    }

    private void tryOut(Product product, Operation operation, List<Ask> asks) {
        Optional<String> refusal =
                asks.stream()
                        .limit(1)
                        .map(ask -> product.answer(operation, ask))
                        .filter(answer -> answer.has("errors"))
                        .map(answer -> answer.at("/errors/0/message").asString(""))
                        .findFirst();
        if (refusal.isPresent()) {
            absent.add(
                    "%s does not offer \"%s\": %s"
                            .formatted(product, operation.title(), refusal.get()));
        } else {
            offers.add(new Offer(product, operation));
        }
    }

    private void compare(List<Product> products, Operation operation, Ask ask) {
        Optional<Answer> first = Optional.empty();
        for (Product product : products) {
            if (isOffered(product, operation)) {
                Answer answer = Answer.of(product, operation, ask);
                first.ifPresent(other -> requireEqual(operation, other, answer));
                first = Optional.of(answer);
            }
        }
    }

    private static void requireEqual(Operation operation, Answer one, Answer other) {
        if (!one.text().equals(other.text())) {
            throw new IllegalStateException(
                    "%s: %s and %s answer differently%n%s%n%s"
                            .formatted(
                                    operation.key(),
                                    one.product(),
                                    other.product(),
                                    one.text(),
                                    other.text()));
        }
    }

    private record Answer(Product product, String text) {
        static Answer of(Product product, Operation operation, Ask ask) {
            JsonNode answer = product.answer(operation, ask);
            if (answer.has("errors")) {
                throw new IllegalStateException(product + " fails: " + answer);
            }
            return new Answer(product, product.comparable(operation, answer.path("data")));
        }
    }

    boolean isOffered(Product product, Operation operation) {
        return offers.contains(new Offer(product, operation));
    }

    /** What is not offered, in words. */
    List<String> absent() {
        return List.copyOf(absent);
    }
}
