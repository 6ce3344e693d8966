package io.motengine.schemas.event;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How two customers are tied. The word says what the <em>other</em> side is to the event's subject: {@code owner} on a company's
 * event names its owner, and {@code owns} on the owner's event names the company that is owned.
 *
 * <p>Either side may say it; the engine tells the other one with the {@link #inverse} word.
 */
public final class Relations {
    /** The other id is the same customer. Nothing to mirror: it is merged. */
    public static final String IDENTITY = "identity";

    /** The other side owns the subject. */
    public static final String OWNER = "owner";

    /** The other side is owned by the subject. */
    public static final String OWNS = "owns";

    /** The other side employs the subject. */
    public static final String EMPLOYER = "employer";

    /** The other side is employed by the subject. */
    public static final String EMPLOYEE = "employee";

    /** An older word for {@link #EMPLOYER}: the other side pays the subject's salary (代发). */
    public static final String PAYROLL = "payroll";

    /** The other side pays the subject, who delivers: it stands downstream (下游). */
    public static final String PAYER = "payer";

    /** The other side is paid by the subject: it stands upstream (上游). */
    public static final String RECEIVER = "receiver";

    public static final String FAMILY = "family";

    /** The other side brought the subject in (MGM). */
    public static final String REFERRER = "referrer";

    /** The other side was brought in by the subject. */
    public static final String REFERRED = "referred";

    /** The other side is the group or company that the subject belongs to. */
    public static final String PARENT = "parent";

    /** The other side belongs to the subject. */
    public static final String SUBSIDIARY = "subsidiary";

    private static final Map<String, String> INVERSE = new TreeMap<>(Map.ofEntries(
            Map.entry(IDENTITY, IDENTITY),
            Map.entry(OWNER, OWNS),
            Map.entry(OWNS, OWNER),
            Map.entry(EMPLOYER, EMPLOYEE),
            Map.entry(EMPLOYEE, EMPLOYER),
            Map.entry(PAYROLL, EMPLOYEE),
            Map.entry(PAYER, RECEIVER),
            Map.entry(RECEIVER, PAYER),
            Map.entry(FAMILY, FAMILY),
            Map.entry(REFERRER, REFERRED),
            Map.entry(REFERRED, REFERRER),
            Map.entry(PARENT, SUBSIDIARY),
            Map.entry(SUBSIDIARY, PARENT)));

    private Relations() {}

    /** Every word, sorted. */
    public static Set<String> all() {
        return INVERSE.keySet();
    }

    /**
     * What the subject is to the other side.
     *
     * @throws IllegalArgumentException if the word is not a relation: the codec has let no such event through
     */
    public static String inverse(String relation) {
        String inverse = INVERSE.get(relation);
        if (inverse == null) {
            throw new IllegalArgumentException(
                    "relation: " + relation + " (expected: one of " + INVERSE.keySet() + ")");
        }
        return inverse;
    }

    /** The one word for the tie, where there are two: links are kept, compared and asked for under it. */
    public static String canonical(String relation) {
        return relation.equals(PAYROLL) ? EMPLOYER : relation;
    }
}
