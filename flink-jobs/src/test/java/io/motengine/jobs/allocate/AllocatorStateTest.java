package io.motengine.jobs.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.allocate.Need;
import io.motengine.jobs.stream.AllocationRequest;
import io.motengine.jobs.stream.AllocationRequest.Claim;
import io.motengine.jobs.stream.AllocationRequest.Correct;
import io.motengine.jobs.stream.AllocationRequest.GiveBack;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.OutputRecordSerializer;
import io.motengine.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the allocator had given when its state was kept ({@code allocator-v1}) is still given: coupons in circulation must never be
 * forgotten by a change of the form.
 *
 * <p>With {@code -Dfixtures.update=true} it is written anew first. That is for as long as nobody has a savepoint of it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AllocatorStateTest {
    private static final String KEPT =
            Path.of("src/test/resources/allocator-v1/state").toString();
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final String VOUCHER = "benefit:voucher";
    private static final String MANAGER = "capacity:rm-task:rm-1:2026-03-10";

    private KeyedOneInputStreamOperatorTestHarness<String, AllocationRequest, OutputRecord> allocator;

    @AfterEach
    void close() throws Exception {
        if (allocator != null) {
            allocator.close();
        }
    }

    @Test
    @Order(1)
    @EnabledIfSystemProperty(named = "fixtures.update", matches = "true")
    void isWrittenAnew() throws Exception {
        allocator = open(null);
        ask(new Correct(VOUCHER, "/stock/1", -1, 25_000));
        ask(claim("a1", voucher("o1"), Need.one(MANAGER, "a1", 1)));
        ask(claim("a2", voucher("o2")));
        ask(claim("a3", voucher("o3")));
        ask(new GiveBack(VOUCHER, "o3"));
        ask(claim("a4", Need.one("quota:growth-365", "o4", 1)));
        OperatorSnapshotUtil.writeStateHandle(allocator.snapshot(1, 1), KEPT);
    }

    @Test
    @Order(2)
    void whatWasGivenStaysGiven() throws Exception {
        allocator = open(OperatorSnapshotUtil.readStateHandle(KEPT));
        assertThat(leaves(claim("b1", Need.one("quota:growth-365", "o9", 1))))
                .as("the quota is used up")
                .isFalse();
        assertThat(leaves(claim("a2", voucher("o2"))))
                .as("asked for again, and counted once")
                .isTrue();
        ask(new Correct(VOUCHER, "/stock/1", -1, 25_000));
        assertThat(leaves(claim("b2", voucher("o5"))))
                .as("the third of four less one")
                .isTrue();
        assertThat(leaves(claim("b3", voucher("o6")))).as("no more than three").isFalse();
        ask(new GiveBack(VOUCHER, "o1"));
        assertThat(leaves(claim("b3", voucher("o6")))).as("one has come back").isTrue();
    }

    @Test
    @Order(2)
    void aDaysCapacityIsForgotten_whenItsTimerOfThenFires() throws Exception {
        allocator = open(OperatorSnapshotUtil.readStateHandle(KEPT));
        Claim tomorrow = claim("b1", Need.one(MANAGER, "b1", 1));
        allocator.processWatermark(Instant.parse("2026-03-11T23:59:59Z").toEpochMilli());
        assertThat(leaves(tomorrow)).isFalse();

        allocator.processWatermark(Instant.parse("2026-03-12T00:00:00Z").toEpochMilli());

        assertThat(leaves(tomorrow)).isTrue();
        assertThat(allocator.numEventTimeTimers())
                .as("of the day asked for anew")
                .isEqualTo(1);
    }

    /** Four in all less the one of the correction; the budget, raised by it, is for three. */
    private static Need voucher(String offer) {
        return new Need(VOUCHER, offer, 4, 50_000, 125_000);
    }

    private static Claim claim(String action, Need... needs) {
        OutputRecord record = new OutputRecord(
                Topics.actions("app-push"), new byte[0], action.getBytes(StandardCharsets.UTF_8), Map.of());
        return new Claim("c1", action, NOON, List.of(needs), record);
    }

    private void ask(AllocationRequest request) throws Exception {
        allocator.processElement(new StreamRecord<>(request, NOON.toEpochMilli()));
    }

    /** Whether the action is let out. */
    private boolean leaves(Claim claim) throws Exception {
        allocator.getOutput().clear();
        ask(claim);
        return allocator.extractOutputValues().stream()
                .anyMatch(record -> record.topic().equals(Topics.actions("app-push")));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, AllocationRequest, OutputRecord> open(
            OperatorSubtaskState restored) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, AllocationRequest, OutputRecord> allocator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new AllocateOperator(), AllocationRequest::resource, Types.STRING);
        allocator.setup(OutputRecordSerializer.INSTANCE);
        if (restored != null) {
            allocator.initializeState(restored);
        }
        allocator.open();
        return allocator;
    }
}
