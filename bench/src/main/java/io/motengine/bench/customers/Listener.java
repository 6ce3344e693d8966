package io.motengine.bench.customers;

import io.motengine.jobs.stream.OutputRecord;
import io.motengine.schemas.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/** Stands behind one subtask of the decision operator, notes what it decides and when checkpoints end, and lets nothing through. */
final class Listener implements FilterFunction<OutputRecord>, CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;
    private static final String DUE = "\"cause\":{\"kind\":\"due\",\"source\":\"";
    private static final String TICK = DUE + "tick\",\"eventId\":\"" + Plan.TICK_ID + '"';
    private static final String FORM_LEFT = DUE + "card-application-abandoned\"";
    private final Plan plan;
    private transient long marketing;

    Listener(Plan plan) {
        this.plan = plan;
    }

    @Override
    public boolean filter(OutputRecord record) {
        if (record.topic().equals(Topics.DECISIONS)) {
            String decision = new String(record.value(), StandardCharsets.ISO_8859_1);
            Progress.probes().see(decision);
            due(decision, Names.number(record.key()));
        }
        return false;
    }

    private void due(String decision, long customer) {
        switch (plan.due(customer)) {
            case MARKETING -> {
                if (decision.contains(TICK) && Progress.marketing().add(customer)) {
                    marketing++;
                }
            }
            case SERVICE -> {
                if (decision.contains(FORM_LEFT) && Progress.service().add(customer)) {
                    Progress.overtook(marketing);
                }
            }
            case NOTHING -> {}
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        // Nothing of this outlives the run.
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        Progress.checkpoints().began(context.getCheckpointId(), context.getCheckpointTimestamp());
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        Progress.checkpoints().ended(checkpoint);
    }
}
