package io.motengine.jobs.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.Map;

/**
 * What the local cluster tells the process that started it: one line each, a word and a JSON object.
 *
 * <pre>
 * STATUS {"state":"RUNNING","web":"http://localhost:8081","job":"…"}
 * SUMMARY {"decided":10,"read":12,…}
 * </pre>
 */
final class StatusLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final PrintStream out;

    StatusLines(PrintStream out) {
        this.out = out;
    }

    void status(Map<String, String> status) {
        line("STATUS", status);
    }

    void summary(Map<String, Long> tallies) {
        line("SUMMARY", tallies);
    }

    private synchronized void line(String word, Map<String, ?> content) {
        try {
            out.println(word + " " + JSON.writeValueAsString(content));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
