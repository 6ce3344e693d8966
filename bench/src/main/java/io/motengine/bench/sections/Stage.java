package io.motengine.bench.sections;

import io.motengine.bench.arena.BrokerProcess;
import io.motengine.bench.arena.Loader;
import io.motengine.bench.contest.Course;
import io.motengine.bench.stream.EventStream;
import io.motengine.schemas.Topics;
import java.nio.file.Path;
import java.util.List;

/** A fresh broker with one stream in it. Closing it stops the broker; its files stay in the folder. */
final class Stage implements AutoCloseable {
    private final BrokerProcess broker;
    private final long events;

    private Stage(BrokerProcess broker, long events) {
        this.broker = broker;
        this.events = events;
    }

    /** A broker whose topics are empty. */
    static Stage empty(Path folder) throws Exception {
        BrokerProcess broker = BrokerProcess.start(folder);
        try {
            broker.createTopics(List.of(Topics.TRANSACTIONS, Topics.CLICKS, Course.OUTPUTS, Course.MOMENTS));
            return new Stage(broker, 0);
        } catch (Exception e) {
            broker.close();
            throw e;
        }
    }

    static Stage loaded(Path folder, EventStream stream, long events, Screen screen) throws Exception {
        Stage empty = empty(folder);
        try {
            screen.step("load " + stream.spec().keys().word() + " events");
            new Loader(empty.bootstrap()).load(stream, events, sent -> screen.progress(sent, events));
            return new Stage(empty.broker, events);
        } catch (Exception e) {
            empty.close();
            throw e;
        }
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    BrokerProcess broker() {
        return broker;
    }

    long events() {
        return events;
    }

    @Override
    public void close() {
        broker.close();
    }
}
