package io.motengine.cli.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** What Flink's own interface tells of the job. */
public final class JobMonitor {
    /** While the cluster does not answer: it is starting, or gone. */
    public static final String STARTING = "STARTING";

    /** Of the job's own accumulators. */
    private static final String PREFIX = "mot.";

    /** The job's last operator: what time has reached it, has passed all others. */
    private static final String LAST = "outputs";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;

    public JobMonitor(int webPort) {
        this.url = "http://127.0.0.1:" + webPort;
    }

    public String url() {
        return url;
    }

    /** Flink's word for the state of the job, such as {@code RUNNING} once every task runs; else {@link #STARTING}. */
    public String state() {
        try {
            JsonNode jobs = get("/jobs/overview").path("jobs");
            if (jobs.isEmpty()) {
                return STARTING;
            }
            JsonNode job = jobs.get(0);
            String state = job.path("state").asText();
            boolean allTasksRun = job.path("tasks").path("running").asInt()
                    == job.path("tasks").path("total").asInt();
            return state.equals("RUNNING") && !allTasksRun ? STARTING : state;
        } catch (IOException e) {
            return STARTING;
        }
    }

    /** The job's counts as its processes reported them last: seconds old. None while it does not tell. */
    public Optional<Tallies> tallies() {
        try {
            JsonNode jobs = get("/jobs/overview").path("jobs");
            if (jobs.isEmpty()) {
                return Optional.empty();
            }
            String id = jobs.get(0).path("jid").asText();
            Map<String, Long> counts = new HashMap<>();
            for (JsonNode count : get("/jobs/" + id + "/accumulators").path("user-task-accumulators")) {
                String name = count.path("name").asText();
                if (name.startsWith(PREFIX)) {
                    counts.put(
                            name.substring(PREFIX.length()), count.path("value").asLong());
                }
            }
            return Optional.of(new Tallies(counts));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Up to which event time all has been decided and has left the job, epoch milliseconds; a second old, and empty while the
     * job does not tell.
     */
    public OptionalLong reached() {
        try {
            JsonNode jobs = get("/jobs/overview").path("jobs");
            if (jobs.isEmpty()) {
                return OptionalLong.empty();
            }
            String job = "/jobs/" + jobs.get(0).path("jid").asText();
            for (JsonNode vertex : get(job).path("vertices")) {
                if (vertex.path("name").asText().startsWith(LAST)) {
                    JsonNode marks = get(job + "/vertices/" + vertex.path("id").asText() + "/watermarks");
                    return earliest(marks, vertex.path("parallelism").asInt());
                }
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong earliest(JsonNode marks, int subtasks) {
        if (marks.size() < subtasks) {
            return OptionalLong.empty();
        }
        return StreamSupport.stream(marks.spliterator(), false)
                .mapToLong(mark -> mark.path("value").asLong(Long.MIN_VALUE))
                .min();
    }

    private JsonNode get(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT).build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return json.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
