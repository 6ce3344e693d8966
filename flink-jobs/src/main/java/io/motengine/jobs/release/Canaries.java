package io.motengine.jobs.release;

import io.motengine.schemas.hash.Sha256;
import io.motengine.schemas.release.ReleaseOrder;

/** Which customers get a canary: always the same, whoever asks, and others for another release. */
final class Canaries {
    private static final int HEX = 16;
    private static final int DIGITS = 8;

    private Canaries() {}

    static boolean has(String customer, String release, int share) {
        String hash = Sha256.hex(release + ":" + customer).substring(0, DIGITS);
        return Long.parseLong(hash, HEX) % ReleaseOrder.ALL < share;
    }
}
