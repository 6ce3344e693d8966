package io.motengine.bench.contest;

import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.jobs.decide.StoredCustomers;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Takes records of customers that were made elsewhere, in the engine's binary form, for a savepoint that a job starts from: under the
 * uid of the decision operator, it leaves the state that this one finds. What is due in them has no timers until the customer's
 * next event.
 */
final class RecordFill extends AbstractStreamOperator<byte[]> implements OneInputStreamOperator<byte[], byte[]> {
    private static final long serialVersionUID = 1L;
    private transient StoredCustomers customers;

    @Override
    public void open() throws Exception {
        super.open();
        customers = new StoredCustomers(getRuntimeContext(), getKeyedStateBackend());
    }

    @Override
    public void processElement(StreamRecord<byte[]> element) throws Exception {
        customers.write(CustomerStateCodec.state(element.getValue()));
    }
}
