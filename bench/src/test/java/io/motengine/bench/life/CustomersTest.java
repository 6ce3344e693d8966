package io.motengine.bench.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.motengine.bench.ReferenceRelease;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The customer that all figures are about is the one that they are stated for. */
final class CustomersTest {
    private static final int CUSTOMERS = 30;
    private static final int DAYS = 120;

    @Test
    void areWhatTheFiguresAreStatedFor() throws IOException {
        Release release = ReferenceRelease.compiled();
        try (Customers customers = new Customers(release)) {
            List<CustomerState> lived = LongStream.range(0, CUSTOMERS)
                    .mapToObj(number -> customers.lived(number, DAYS))
                    .toList();
            double contacts = lived.stream()
                    .mapToInt(state -> state.contacts().size())
                    .average()
                    .orElseThrow();
            assertThat(contacts).as("contacts of ninety days, six a month").isCloseTo(18, within(1.5));
            assertThat(lived).allSatisfy(state -> assertThat(state.holdings()).hasSize(5));
        }
    }

    @Test
    void leadTheSameLifeTwice() {
        assertThat(Life.of(7, 20).toString()).isNotEqualTo(Life.of(8, 20).toString());
        assertThat(Life.of(7, 20)).usingRecursiveComparison().isEqualTo(Life.of(7, 20));
    }
}
