package io.motengine.engine.check;

import io.motengine.engine.rules.Proofs;
import java.util.HashSet;
import java.util.Set;

/** Proofs in memory. */
final class KeptProofs implements Proofs {
    private final Set<String> proofs = new HashSet<>();

    @Override
    public boolean has(String proof) {
        return proofs.contains(proof);
    }

    @Override
    public void add(String proof) {
        proofs.add(proof);
    }

    int size() {
        return proofs.size();
    }
}
