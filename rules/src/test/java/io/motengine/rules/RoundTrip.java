package io.motengine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Written, read and written again, a customer's record must be the same bytes, and nothing may be left over. */
final class RoundTrip {
    private RoundTrip() {}

    static void assertSame(CustomerState state) throws IOException {
        byte[] once = bytes(state);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(once));
        CustomerState read = CustomerStateCodec.read(in);
        assertThat(in.available()).as("bytes left unread").isZero();
        assertThat(bytes(read)).as("the record of " + state.customer()).isEqualTo(once);
    }

    private static byte[] bytes(CustomerState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CustomerStateCodec.write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
