package io.motengine.cli.explain;

/** Where decisions, actions and feedback are looked up. */
interface Records {
    /** Where that is, for people. */
    String place();

    /** Every decision, oldest first for each customer; how many there are. */
    long decisions(Reader reader);

    /** Everything said by or to channels: actions, cancellations, feedback; how many there are. */
    long followUps(Reader reader);

    /** Is shown one message after the other. */
    interface Reader {
        /** A message; null for a deletion. */
        void read(byte[] value);
    }
}
