package io.motengine.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.schemas.codec.ReleaseOrderCodec;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedOrderTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final ReleaseFiles FILES =
            new ReleaseFiles(Map.of("policy.yaml", "tiers: [A]\n", "a/中.drl", "rule\n"));

    private final ReleaseKey li = ReleaseKey.generate();
    private final TrustedKeys keys = new TrustedKeys(List.of(li.publicText()));

    private static ReleaseOrder order() {
        byte[] blob = ReleaseBlob.pack(FILES);
        return ReleaseOrder.prepare(
                "o-1", NOON, FILES.id(), ReleaseBlob.hash(blob), blob.length, "李伟", "spring \"rates\"");
    }

    @Test
    void isTrusted_asItWasSigned() throws Exception {
        SignedOrder read = ReleaseOrderCodec.read(ReleaseOrderCodec.write(ReleaseOrderCodec.sign(order(), li)));

        assertThat(keys.against(read)).isEmpty();
        assertThat(ReleaseOrderCodec.order(read.statement())).isEqualTo(order());
    }

    @Test
    void isNotTrusted_whenAWordIsChanged() {
        SignedOrder signed = ReleaseOrderCodec.sign(order(), li);
        SignedOrder changed = new SignedOrder(
                signed.id(),
                signed.time(),
                signed.statement().replace("spring", "summer"),
                signed.key(),
                signed.signature());

        assertThat(keys.against(changed).orElseThrow()).startsWith("the signature is not that of the key " + li.id());
    }

    @Test
    void isNotTrusted_byAStrangersKey_norUnderABorrowedName() {
        ReleaseKey stranger = ReleaseKey.generate();
        SignedOrder signed = ReleaseOrderCodec.sign(order(), stranger);
        SignedOrder borrowed =
                new SignedOrder(signed.id(), signed.time(), signed.statement(), li.id(), signed.signature());

        assertThat(keys.against(signed).orElseThrow()).startsWith("it is signed by the key " + stranger.id());
        assertThat(keys.against(borrowed).orElseThrow()).startsWith("the signature is not");
        assertThat(keys.against(new SignedOrder("o-1", NOON, signed.statement(), li.id(), "no base64!")))
                .isPresent();
    }

    @Test
    void nobodyIsTrusted_whenNoKeyIsListed() {
        assertThat(new TrustedKeys(List.of())
                        .against(ReleaseOrderCodec.sign(order(), li))
                        .orElseThrow())
                .contains("none: see release.keys");
    }

    @Test
    void aKeyIsReadAgain() {
        ReleaseKey again = ReleaseKey.read(li.text());

        assertThat(again.id()).isEqualTo(li.id());
        assertThat(keys.against(ReleaseOrderCodec.sign(order(), again))).isEmpty();
        assertThatThrownBy(() -> ReleaseKey.read("hunter2"))
                .hasMessageStartingWith("no Ed25519 key")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aBlobIsUnpackedAgain_andIsTheSameEveryTime() throws Exception {
        byte[] blob = ReleaseBlob.pack(FILES);

        assertThat(ReleaseBlob.unpack(blob, 1_000)).isEqualTo(FILES);
        assertThat(ReleaseBlob.pack(new ReleaseFiles(FILES.files()))).isEqualTo(blob);
    }

    @Test
    void aBlobThatSwellsIsRefused() {
        byte[] blob = ReleaseBlob.pack(new ReleaseFiles(Map.of("policy.yaml", "0".repeat(100_000))));

        assertThat(blob.length).isLessThan(1_000);
        assertThatThrownBy(() -> ReleaseBlob.unpack(blob, 50_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 50000 bytes");
    }
}
