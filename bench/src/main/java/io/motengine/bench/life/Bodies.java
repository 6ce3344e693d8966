package io.motengine.bench.life;

import java.time.LocalDate;

/** Bodies of events as sources send them. Amounts are minor units of CNY. */
final class Bodies {
    private Bodies() {}

    static String transaction(boolean credit, long minor, String category, String bank, int merchant) {
        return "{\"accountId\":\"6222020000001\",\"direction\":\"" + (credit ? "credit" : "debit") + "\",\"amount\":\""
                + amount(minor) + "\",\"currency\":\"CNY\",\"category\":\"" + category + "\""
                + (bank == null ? "" : ",\"counterpartyBank\":\"" + bank + "\"")
                + (merchant == 0 ? "" : ",\"merchantCategory\":\"" + merchant + "\"")
                + ",\"channel\":\"app\"}";
    }

    static String click(String page, String action, String product) {
        return "{\"page\":\"" + page + "\",\"action\":\"" + action + "\""
                + (product == null ? "" : ",\"productId\":\"" + product + "\"")
                + ",\"channel\":\"app\"}";
    }

    static String contact(String kind) {
        return "{\"kind\":\"" + kind + "\",\"branch\":\"B-021\",\"topic\":\"cards\"}";
    }

    static String profile(LocalDate born, LocalDate opened, int grade, long minor, int branch, int manager) {
        return "{\"kind\":\"person\",\"birthDate\":\"" + born + "\",\"openedOn\":\"" + opened
                + "\",\"riskGrade\":\"R" + grade + "\",\"aum\":\"" + amount(minor)
                + "\",\"currency\":\"CNY\",\"timeZone\":\"Asia/Shanghai\",\"language\":\"zh\",\"branch\":\"B-"
                + branch + "\",\"relationshipManager\":\"RM-" + manager
                + "\",\"consents\":[\"app-push\",\"in-app\",\"sms\"],\"labels\":[\"payroll\"],\"blocks\":[]}";
    }

    static String holding(String id, String product, String family, long minor, LocalDate opened, LocalDate matures) {
        return "{\"holdingId\":\"" + id + "\",\"productId\":\"" + product + "\",\"family\":\"" + family
                + "\",\"amount\":\"" + amount(minor) + "\",\"currency\":\"CNY\",\"openedOn\":\"" + opened + "\""
                + (matures == null ? "" : ",\"maturesOn\":\"" + matures + "\"")
                + ",\"status\":\"active\"}";
    }

    static String delivered(String action, String channel) {
        return "{\"actionId\":\"" + action + "\",\"channel\":\"" + channel + "\",\"outcome\":\"delivered\"}";
    }

    private static String amount(long minor) {
        return minor / 100 + "." + (minor % 100 < 10 ? "0" : "") + minor % 100;
    }
}
