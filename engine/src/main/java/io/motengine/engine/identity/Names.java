package io.motengine.engine.identity;

import java.util.Comparator;
import java.util.Set;

/**
 * Names under which one customer may be known. Devices, mini-program users and phones are customers of their own until they are
 * linked; their ids carry their kind in front, such as {@code openid:oX12}.
 */
public final class Names {
    private static final Set<String> KINDS = Set.of("device", "openid", "phone");

    /**
     * Customers before devices, the lesser id before the greater. Which of two names remains is thus the same whoever says that
     * they are one, in whichever order it is said; and since names only ever merge into lesser ones, no ring can form.
     */
    private static final Comparator<String> RANK =
            Comparator.comparing(Names::isCustomer).reversed().thenComparing(Comparator.naturalOrder());

    private Names() {}

    /** The id of a record, from a name and its kind: {@code customer}, {@code device}, {@code openid} or {@code phone}. */
    public static String of(String kind, String name) {
        return KINDS.contains(kind) ? kind + ":" + name : name;
    }

    /** Which of two names for one customer remains. */
    public static String remaining(String a, String b) {
        return RANK.compare(a, b) <= 0 ? a : b;
    }

    private static boolean isCustomer(String id) {
        int colon = id.indexOf(':');
        return colon < 0 || !KINDS.contains(id.substring(0, colon));
    }
}
