package kith.graphql.live;

import java.util.concurrent.Executor;
import kith.graphql.data.Subscriptions;
import kith.runtime.stream.EventReader;
import kith.runtime.stream.Sequencer;

/**
 * What feeds are made of.
 *
 * @param threads that may wait
 */
record FeedSource(
        Sequencer sequencer, EventReader reader, Subscriptions binding, Executor threads) {}
