package io.motengine.bench.peers.siddhi;

import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;
import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;
import io.siddhi.core.util.persistence.IncrementalFileSystemPersistenceStore;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One Siddhi application in one thread. Moments come out before {@link #take} returns. */
final class SiddhiSession implements AutoCloseable {
    private final SiddhiManager manager = new SiddhiManager();
    private final SiddhiAppRuntime runtime;
    private final InputHandler clicks;
    private final InputHandler postings;

    /** @param folder where its state is kept */
    SiddhiSession(Path folder, Consumer<Detected> found) {
        manager.setIncrementalPersistenceStore(new IncrementalFileSystemPersistenceStore(folder.toString()));
        runtime = manager.createSiddhiAppRuntime(SiddhiRules.text());
        runtime.addCallback(SiddhiRules.MOMENTS, new StreamCallback() {
            @Override
            public void receive(Event[] events) {
                for (Event event : events) {
                    found.accept(new Detected((String) event.getData(0), (String) event.getData(1)));
                }
            }
        });
        clicks = runtime.getInputHandler(SiddhiRules.CLICKS);
        postings = runtime.getInputHandler(SiddhiRules.POSTINGS);
        runtime.start();
    }

    void take(PlainEvent event) throws InterruptedException {
        if (event instanceof Click click) {
            clicks.send(
                    event.time(),
                    new Object[] {click.customer(), click.time(), click.page(), click.action(), click.product()});
        } else if (event instanceof Posting posting) {
            postings.send(event.time(), new Object[] {
                posting.customer(),
                posting.time(),
                posting.credit(),
                posting.amount(),
                posting.balance(),
                posting.category(),
                posting.bank(),
                posting.merchant(),
                posting.channel()
            });
        }
    }

    /** Begins to write down its state; the rest is done beside the stream. */
    void persist() {
        runtime.persist();
    }

    @Override
    public void close() {
        runtime.shutdown();
        manager.shutdown();
    }
}
