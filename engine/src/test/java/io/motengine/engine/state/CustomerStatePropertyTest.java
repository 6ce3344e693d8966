package io.motengine.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Nothing is lost on the way through the record's bytes, whatever it is. */
final class CustomerStatePropertyTest {
    @Property(tries = 600)
    void readsBackEverythingThatWasWritten(@ForAll long seed) throws IOException {
        CustomerState written = new RandomRecords(seed).next();

        byte[] bytes = CustomerStateCodecTest.written(written);
        CustomerState read = CustomerStateCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("seen.hashes", "seen.minutes", "features")
                .withStrictTypeChecking()
                .isEqualTo(written);
        assertThat(CustomerStateCodecTest.written(read)).isEqualTo(bytes);
    }
}
