package io.motengine.cli.simulator;

import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.HoldingUpdated.Status;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The customers whose stories a demo tells: what the scenarios {@code story-…} of the rules say, on the first simulated day. */
public final class Stories {
    private static final String QIN = "QIN";
    private static final String LAN = "LAN";

    /** What reaches the two: QIN's phone shows what it gets; LAN's takes no push messages. */
    private static final Set<String> DELIVERED = Set.of(QIN + " app-push", LAN + " sms");

    private final List<Story> all;

    public Stories(BankPlan plan) {
        this.all = List.of(bring(new Script(plan, QIN)), lobby(new Script(plan, LAN)));
    }

    public List<Story> all() {
        return all;
    }

    /** Whether a channel does as the story says, and not as it would for anybody else. */
    static boolean isAbout(String customer) {
        return customer.equals(QIN) || customer.equals(LAN);
    }

    static boolean delivers(String customer, String channel) {
        return DELIVERED.contains(customer + " " + channel);
    }

    /** Everything in all pasts, chapter by chapter. */
    public List<List<BankEvent>> past() {
        List<List<BankEvent>> chapters = new ArrayList<>();
        for (Story story : all) {
            for (int chapter = 0; chapter < story.past().size(); chapter++) {
                if (chapter == chapters.size()) {
                    chapters.add(new ArrayList<>());
                }
                chapters.get(chapter).addAll(story.past().get(chapter));
            }
        }
        return chapters;
    }

    /** The bank's life with the stories in it; what happens in a story is told twice, as systems sometimes do. */
    public Iterator<BankEvent> in(Iterator<BankEvent> life) {
        return new Woven(
                life,
                all.stream()
                        .flatMap(story -> story.life().stream())
                        .sorted(BankEvent.IN_TIME)
                        .flatMap(event -> Stream.of(event, event))
                        .iterator());
    }

    /** 430,000, of which 120,000 mature in three days; brings 150,000 from another bank and invests them. */
    private static Story bring(Script script) {
        List<String> consents = List.of("app-push", "sms", "rm-task");
        ProfileUpdated profile = new ProfileUpdated(
                "person",
                LocalDate.of(1980, 5, 1),
                LocalDate.of(2018, 1, 15),
                "R3",
                Money.of("430000.00", Script.CURRENCY),
                null,
                "zh",
                "B007",
                "RM-QIN",
                consents,
                null,
                null,
                null);
        return new Story(
                "bring-100k",
                QIN,
                Set.of("tier-reached"),
                List.of(List.of(
                        script.at(-8, "09:00", profile),
                        script.at(-8, "09:01", wealth("h1", "steady-90", "120000.00", script.day(3))))),
                List.of(
                        script.credit(0, "11:00", "60000.00", "transfer", "ICBC"),
                        script.at(0, "11:30", wealth("h2", "growth-365", "60000.00", script.day(365))),
                        script.at(0, "12:00", assets("490000.00")),
                        script.credit(0, "13:30", "90000.00", "transfer", "ICBC"),
                        script.at(0, "13:45", wealth("h3", "growth-365", "90000.00", script.day(365))),
                        script.at(0, "14:15", assets("580000.00"))));
    }

    /** A visitor of the mini-program opens an account in the lobby, fifteen days before the start, in a western time zone. */
    private static Story lobby(Script script) {
        ProfileUpdated opened = new ProfileUpdated(
                "person",
                LocalDate.of(1999, 5, 1),
                script.day(-15),
                "R1",
                Money.of("3000.00", Script.CURRENCY),
                "Asia/Urumqi",
                "zh",
                "B007",
                null,
                List.of("sms"),
                null,
                null,
                null);
        return new Story(
                "lobby-to-tablet",
                LAN,
                Set.of(),
                List.of(
                        List.of(
                                script.visitor(-16, "20:00", "o9", "view"),
                                script.visitor(-15, "09:20", "o9", "start"),
                                script.at(
                                        -15, "09:50", new ServiceContact("branch-ticket", "B007", "account-opening"))),
                        List.of(
                                script.at(-15, "10:02", opened),
                                script.at(-15, "10:03", new CustomerLinked("identity", "o9", "openid", false))),
                        List.of(script.submits(-12, "09:10", "app-binding")),
                        List.of(script.at(-12, "09:11", consents(List.of("sms", "app-push")))),
                        List.of(script.submits(-9, "19:00", "card-binding")),
                        List.of(script.credit(-8, "09:30", "6500.00", "salary", null))),
                List.of(script.at(0, "10:40", new ServiceContact("branch-ticket", "B012", "other"))));
    }

    private static HoldingUpdated wealth(String id, String product, String amount, LocalDate matures) {
        return new HoldingUpdated(
                id, product, "wealth", Money.of(amount, Script.CURRENCY), null, matures, Status.ACTIVE);
    }

    private static ProfileUpdated assets(String aum) {
        return profile(Money.of(aum, Script.CURRENCY), null);
    }

    private static ProfileUpdated consents(List<String> consents) {
        return profile(null, consents);
    }

    private static ProfileUpdated profile(Money aum, List<String> consents) {
        return new ProfileUpdated(null, null, null, null, aum, null, null, null, null, consents, null, null, null);
    }
}
