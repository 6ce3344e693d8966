package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import java.io.IOException;
import java.util.stream.Stream;

/** The records of all customers. One is handed out at a time, and given back. */
interface CustomerStates {
    /** The current customer's record, to be given back; a new one for a customer never seen. */
    CustomerState of(String customer) throws IOException;

    /** The record that was handed out; one that has not changed is as it was, and one that is gone is dropped. */
    void back(CustomerState record, boolean changed) throws IOException;

    /** Writes what has changed and is not written yet, so that Flink's state has it all. */
    void writeAll() throws IOException;

    /** All customers who have a record now, whatever becomes of them while the stream is read; to be closed. */
    Stream<String> names() throws IOException;
}
