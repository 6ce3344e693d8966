package io.motengine.cli.explain;

import io.motengine.cli.wire.OutputTopics;
import io.motengine.cli.wire.ReachableTopics;
import io.motengine.cli.wire.TopicScan;
import io.motengine.schemas.Topics;
import java.util.List;
import java.util.Set;

/** The topics of a running job. */
final class BrokerRecords implements Records {
    private final String bootstrap;
    private final Set<String> topics;

    /** @throws io.motengine.cli.Refusal if the broker does not answer, or is none of ours */
    BrokerRecords(String bootstrap) {
        this.bootstrap = bootstrap;
        ReachableTopics.require(bootstrap, List.of(Topics.DECISIONS));
        this.topics = ReachableTopics.topicsOf(bootstrap);
    }

    @Override
    public String place() {
        return Topics.DECISIONS + " of " + bootstrap;
    }

    @Override
    public long decisions(Reader reader) {
        return TopicScan.read(bootstrap, List.of(Topics.DECISIONS), message -> reader.read(message.value()));
    }

    @Override
    public long followUps(Reader reader) {
        List<String> said = topics.stream()
                .filter(topic -> OutputTopics.isActions(topic) || topic.equals(Topics.FEEDBACK))
                .toList();
        return TopicScan.read(bootstrap, said, message -> reader.read(message.value()));
    }
}
