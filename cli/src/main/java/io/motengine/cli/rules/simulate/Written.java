package io.motengine.cli.rules.simulate;

import io.motengine.cli.replay.OutputFiles;
import io.motengine.engine.DecisionSample;
import io.motengine.engine.offline.Decided;
import io.motengine.engine.release.Policy;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.decision.DecisionRecord;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Every action and decision record, as the job would have written them. Thread-safe. */
final class Written {
    private final OutputFiles files;
    private final Policy.Decisions sample;

    Written(OutputFiles files, Policy.Decisions sample) {
        this.files = files;
        this.sample = sample;
    }

    void decided(Decided decided) {
        for (DecisionRecord decision : decided.outcome().decisions()) {
            if (DecisionSample.keeps(decision, sample)) {
                add(Topics.DECISIONS, decision.customer(), DecisionCodec.write(decision));
            }
        }
        for (ActionCancelled cancelled : decided.outcome().cancelled()) {
            add(Topics.actions(cancelled.channel()), cancelled.customer(), ActionCodec.write(cancelled));
        }
        decided.outcome().issued().forEach(this::issued);
    }

    void issued(ActionIssued action) {
        add(Topics.actions(action.channel()), action.customer(), ActionCodec.write(action));
    }

    private synchronized void add(String topic, String customer, byte[] record) {
        try {
            files.add(topic, customer, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
