package io.motengine.engine.state;

/**
 * A tie to another customer (公私联动), as last reported.
 *
 * @param relation what the other is to this customer, such as {@code owner}
 * @param other customer id
 */
public record Link(String relation, String other) implements Comparable<Link> {

    /**
     * How the tie stands.
     *
     * @param ended whether the tie has ended
     * @param reportedAt event time of the report, epoch milliseconds: an older report never overwrites a newer one
     */
    public record Standing(boolean ended, long reportedAt) {
        public static Standing newer(Standing a, Standing b) {
            if (a.reportedAt != b.reportedAt) {
                return a.reportedAt > b.reportedAt ? a : b;
            }
            return a.ended ? a : b;
        }
    }

    @Override
    public int compareTo(Link that) {
        int byRelation = relation.compareTo(that.relation);
        return byRelation != 0 ? byRelation : other.compareTo(that.other);
    }
}
