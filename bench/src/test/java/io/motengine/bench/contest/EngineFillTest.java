package io.motengine.bench.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.ReferenceRelease;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineFillTest {
    @Test
    void livedRecord_isAnotherCustomers_underAnotherName() throws Exception {
        List<byte[]> records = EngineFill.lived(ReferenceRelease.compiled(), 2);
        String other = StreamSpec.customer(987_654);

        byte[] renamed = EngineFill.renamed(records.get(1), StreamSpec.customer(1), other);
        CustomerState state = CustomerStateCodec.state(renamed);

        assertThat(state.customer()).isEqualTo(other);
        assertThat(state.nextDue()).isGreaterThan(StreamSpec.BEGINS.toEpochMilli());
        assertThat(EngineFill.renamed(renamed, other, StreamSpec.customer(1))).isEqualTo(records.get(1));
        assertThat(renamed).isNotEqualTo(records.get(1));
    }
}
