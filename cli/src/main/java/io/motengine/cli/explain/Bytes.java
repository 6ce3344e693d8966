package io.motengine.cli.explain;

import java.nio.charset.StandardCharsets;

/** Looks for an id in a message without reading it as JSON: of a million messages a handful is read. */
final class Bytes {
    private final byte[] sought;

    Bytes(String text) {
        sought = text.getBytes(StandardCharsets.UTF_8);
    }

    boolean areIn(byte[] message) {
        if (message == null) {
            return false;
        }
        for (int start = 0; start <= message.length - sought.length; start++) {
            if (message[start] == sought[0] && matches(message, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte[] message, int start) {
        for (int i = 1; i < sought.length; i++) {
            if (message[start + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
