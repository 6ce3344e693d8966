package io.motengine.bench.stream;

import java.util.SplittableRandom;

/** Clicks in the app: half of them on the pages that everybody opens, few of them more than a look. */
final class Clicks {
    private static final String[] DAILY = {"home", "home", "home", "accounts", "accounts", "transfer"};
    private static final String[] PAGES = {
        "wealth",
        "fund",
        "gold",
        "insurance",
        "mortgage",
        "pension",
        "card",
        "points",
        "transfer",
        "foreign-exchange",
        "loan",
        "loan-calculator",
        "branch-finder",
        "messages"
    };

    private Clicks() {}

    static void append(StringBuilder json, SplittableRandom chance) {
        json.append("{\"page\":\"");
        int kind = chance.nextInt(10_000);
        if (kind < 5_000) {
            page(json, DAILY[chance.nextInt(DAILY.length)], "view", null);
        } else if (kind < 9_960) {
            String page = PAGES[chance.nextInt(PAGES.length)];
            page(json, page, "view", page.equals("wealth") ? "steady-90" : null);
        } else if (kind < 9_975) {
            page(json, PAGES[chance.nextInt(PAGES.length)], "start", null);
        } else if (kind < 9_985) {
            page(json, PAGES[chance.nextInt(PAGES.length)], "submit", null);
        } else if (kind < 9_995) {
            page(json, "loan-application", chance.nextBoolean() ? "start" : "submit", "consumer-loan");
        } else {
            page(json, "card-application", chance.nextBoolean() ? "start" : "submit", "gold-card");
        }
        json.append(",\"sessionId\":\"s-")
                .append(Integer.toHexString(chance.nextInt()))
                .append("\",\"deviceId\":\"d-")
                .append(Integer.toHexString(chance.nextInt()))
                .append("\",\"channel\":\"app\"}");
    }

    private static void page(StringBuilder json, String page, String action, String product) {
        json.append(page).append("\",\"action\":\"").append(action).append('"');
        if (product != null) {
            json.append(",\"productId\":\"").append(product).append('"');
        }
    }
}
