package io.motengine.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What was met in other records makes no difference to one. */
final class CustomerRecordsTest {
    private static final int CUSTOMERS = 12;

    private final CustomerRecords records = new CustomerRecords();

    @Property(tries = 100)
    void writesAndReadsEachAsIfItWereTheOnlyOne(@ForAll long seed) throws IOException {
        RandomRecords random = new RandomRecords(seed);
        for (int i = 0; i < CUSTOMERS; i++) {
            CustomerState state = random.next();
            byte[] alone = CustomerStateCodec.bytes(state);

            assertThat(records.bytes(state)).isEqualTo(alone);
            assertThat(RecordText.of(records.state(alone))).isEqualTo(RecordText.of(CustomerStateCodec.state(alone)));
            assertThat(framed(state)).isEqualTo(CustomerStateCodecTest.written(state));
            assertThat(CustomerStateCodec.bytes(records.read(in(framed(state)))))
                    .isEqualTo(alone);
        }
    }

    @Example
    void keepsWhatItHasRead_whenItReadsAnother() throws IOException {
        byte[] full = framed(FullRecord.of());

        CustomerState read = records.read(in(full));
        records.read(in(framed(new RandomRecords(7).next())));

        assertThat(framed(read)).isEqualTo(full);
    }

    @Example
    void goesOn_whenARecordWasBroken() {
        byte[] full = CustomerStateCodec.bytes(FullRecord.of());
        assertThat(records.bytes(records.state(full))).isEqualTo(full);

        for (int length = 1; length < full.length; length++) {
            byte[] broken = Arrays.copyOf(full, length);
            assertThatThrownBy(() -> records.state(broken)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(records.bytes(records.state(full))).isEqualTo(full);
    }

    private byte[] framed(CustomerState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        records.write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
