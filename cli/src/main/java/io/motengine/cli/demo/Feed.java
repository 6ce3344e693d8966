package io.motengine.cli.demo;

import io.motengine.cli.simulator.BankEvent;
import io.motengine.cli.simulator.Channels;
import io.motengine.cli.wire.EventTopics;
import io.motengine.cli.wire.Publisher;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventTypes;
import java.time.Instant;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.PriorityBlockingQueue;

/** Sends what happens in the simulated bank when its time has come, and what the channels answer. */
final class Feed {
    private final Publisher publisher;
    private final Figures figures;
    private final SimulatedTime time;
    private final Channels channels;
    private final Iterator<BankEvent> life;
    private final Queue<BankEvent> answers = new PriorityBlockingQueue<>(64, BankEvent.IN_TIME);
    private BankEvent next;

    Feed(Publisher publisher, Figures figures, SimulatedTime time, Channels channels, Iterator<BankEvent> life) {
        this.publisher = publisher;
        this.figures = figures;
        this.time = time;
        this.channels = channels;
        this.life = life;
        this.next = life.next();
    }

    /** What the channel will answer comes in its time, and never before now: the action has only just been read. */
    void act(ActionIssued action) {
        Instant now = time.now();
        Instant at = action.notBefore().isBefore(now) ? now : action.notBefore();
        answers.addAll(channels.answer(action.id(), action.customer(), action.channel(), at));
    }

    /** Sends everything that has happened by now. */
    void catchUp() {
        Instant now = time.now();
        while (!next.time().isAfter(now)) {
            for (BankEvent answer = answers.peek();
                    answer != null && answer.time().isBefore(next.time());
                    answer = answers.peek()) {
                send(answers.remove());
            }
            send(next);
            next = life.next();
        }
    }

    private void send(BankEvent event) {
        send(event, publisher, figures);
    }

    /** Visitors have a name of their own until they are known. */
    private static String key(BankEvent event) {
        return event.customer() == null && event.body() instanceof AppClick click ? click.openId() : event.customer();
    }

    static void send(BankEvent event, Publisher publisher, Figures figures) {
        byte[] message = EventWriter.write(event.id(), event.source(), event.customer(), event.time(), event.body());
        publisher.publish(EventTopics.of(event.body()), key(event), message);
        figures.events().add(EventTypes.of(event.body()));
    }
}
