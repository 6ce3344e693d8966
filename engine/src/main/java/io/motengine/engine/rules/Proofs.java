package io.motengine.engine.rules;

/**
 * Remembers which rule texts are known to compile. A proof is named by all that its verdict depends on, so that it never
 * grows old; who keeps proofs beyond a program's run must keep those of another build of the engine apart.
 */
public interface Proofs {
    /** Remembers nothing: everything is compiled. */
    Proofs NONE = new Proofs() {
        @Override
        public boolean has(String proof) {
            return false;
        }

        @Override
        public void add(String proof) {
            // Nothing is remembered.
        }
    };

    /** Whether it has been added, in this run or an earlier one. */
    boolean has(String proof);

    /** Of a text that has just been compiled without a finding. */
    void add(String proof);
}
