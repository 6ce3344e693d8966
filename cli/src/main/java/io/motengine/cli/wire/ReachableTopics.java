package io.motengine.cli.wire;

import io.motengine.cli.Refusal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Asks a broker of the caller's before anything is sent: a producer would wait for minutes, and then say little. */
public final class ReachableTopics {
    private static final int PATIENCE_MILLIS = 10_000;

    private ReachableTopics() {}

    /**
     * Makes sure that topics are there.
     *
     * @throws Refusal if the broker does not answer or a topic is missing
     */
    public static void require(String bootstrap, Collection<String> topics) {
        Set<String> existing = topicsOf(bootstrap);
        topics.stream().filter(topic -> !existing.contains(topic)).findFirst().ifPresent(missing -> {
            throw new Refusal(
                    missing + ": no such topic on " + bootstrap + " (expected: the topics of schemas/asyncapi.yaml)");
        });
    }

    /**
     * The names of all topics.
     *
     * @throws Refusal if the broker does not answer
     */
    public static Set<String> topicsOf(String bootstrap) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS))) {
            return admin.listTopics().names().get();
        } catch (ExecutionException | KafkaException e) {
            throw new Refusal(
                    bootstrap + " does not answer (expected: host:port of a Kafka broker): "
                            + (e instanceof ExecutionException ? e.getCause() : e).getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for topics", e);
        }
    }
}
