package io.motengine.bench.peers;

import io.motengine.bench.contest.Contestant;
import io.motengine.bench.peers.cep.CepDetection;
import io.motengine.bench.peers.drools.EachEventDetection;
import io.motengine.bench.peers.drools.FusionDetection;
import io.motengine.bench.peers.siddhi.SiddhiPeer;
import io.motengine.bench.peers.streams.StreamsPeer;
import java.util.List;

/** What others would use for the same stream. */
public final class Peers {
    private Peers() {}

    public static List<Contestant> all() {
        return List.of(
                CepDetection.peer(),
                CepDetection.sparing(),
                EachEventDetection.peer(),
                FusionDetection.peer(),
                new SiddhiPeer(),
                new StreamsPeer());
    }
}
