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

/** What Flink's own interface tells of the job. */
public final class JobMonitor {
    /** While the cluster does not answer: it is starting, or gone. */
    public static final String STARTING = "STARTING";

    /** Of the job's own accumulators. */
    private static final String PREFIX = "mot.";

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
