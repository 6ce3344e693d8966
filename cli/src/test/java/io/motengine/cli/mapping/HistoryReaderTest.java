package io.motengine.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryReaderTest {
    private static final String MAPPING = """
            zone: Europe/Prague
            until: 1994-01-01T00:00:00Z
            files:
              - file: trans.csv
                delimiter: ";"
                join:
                  - { file: disp.csv, delimiter: ";", on: account, where: { type: OWNER }, take: [client] }
                rows:
                  - when: { type: TEST }
                    skip: a test posting
                  - event: bank.transaction.posted.v1
                    id: "T{id}"
                    source: /old
                    subject: "{client}"
                    time: { column: date, format: yyMMdd, pivot: 1900, at: "12:00" }
                    fields:
                      accountId: "{account}"
                      direction: { column: type, values: { IN: credit, OUT: debit } }
                      amount: { column: amount, currency: CZK }
                      category:
                        cases:
                          - { when: { code: [A, B] }, value: salary }
                          - { when: { code: "" }, value: transfer }
                      counterpartyBank: "{bank}"
            """;

    @TempDir
    private Path folder;

    private final List<MappedEvent> events = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();

    private void read(String mapping, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, text);
        Mapping parsed = MappingFile.parse("mapping.yaml", mapping);
        new HistoryReader(parsed).read(parsed.files().get(0), path, new HistoryReader.Sink() {
            @Override
            public void event(MappedEvent event) {
                events.add(event);
            }

            @Override
            public void skipped(String reason) {
                skipped.add(reason);
            }

            @Override
            public void rejected(RejectedRow row) {
                rejected.add(row);
            }
        });
    }

    private void readTransactions(String... rows) throws IOException {
        Files.writeString(folder.resolve("disp.csv"), "client;account;type\n7;1;OWNER\n8;1;OTHER\n9;2;OTHER\n");
        read(MAPPING, "trans.csv", "\"id\";account;date;type;amount;code;bank\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void turnsARow_intoAnEvent() throws IOException {
        readTransactions("5;1;930305;\"IN\";700.50;B;AB");

        assertThat(events)
                .containsExactly(new MappedEvent(
                        "T5",
                        "/old",
                        "7",
                        Instant.parse("1993-03-05T11:00:00Z"),
                        new TransactionPosted(
                                "1",
                                Direction.CREDIT,
                                Money.of("700.50", "CZK"),
                                null,
                                "salary",
                                "AB",
                                null,
                                null,
                                null)));
    }

    @Test
    void trimsBlanks_andTakesEmptyForNothing() throws IOException {
        readTransactions("5;1;930305;OUT;1; ;");

        TransactionPosted posted = (TransactionPosted) events.get(0).body();
        assertThat(posted.category()).isEqualTo("transfer");
        assertThat(posted.counterpartyBank()).isNull();
    }

    @Test
    void countsWhatIsLeftOut() throws IOException {
        readTransactions("5;1;930305;TEST;1;A;", "6;1;940305;IN;1;A;");

        assertThat(skipped).containsExactly("a test posting", "not before 1994-01-01T00:00:00Z");
        assertThat(events).isEmpty();
    }

    @Test
    void rejectsWithPlace_found_andExpected() throws IOException {
        readTransactions(
                "1;1;930305;UP;1;A;",
                "2;1;930305;IN;1,5;A;",
                "3;1;931301;IN;1;A;",
                "4;1;930305;IN;1;Z;",
                "5;2;930305;IN;1;A;",
                "6;1;930305;IN;1",
                "7;1;930305;IN;1.234;A;");

        assertThat(rejected)
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "trans.csv:2: direction: type \"UP\" (expected: one of IN, OUT)",
                        "trans.csv:3: amount: \"1,5\" (expected: an amount in CZK)",
                        "trans.csv:4: time: \"931301\" (expected: a time as yyMMdd)",
                        "trans.csv:5: category: no case (expected: a row that one of the cases is for)",
                        "trans.csv:6: account: \"2\" is not in disp.csv (expected: one row with it and {type=[OWNER]})",
                        "trans.csv:7: 5 values (expected: 7 as there are columns)",
                        "trans.csv:8: amount: \"1.234\" (expected: an amount in CZK)");
        assertThat(events).isEmpty();
    }

    @Test
    void readsRowsWithoutNames_andUnixSeconds() throws IOException {
        read("""
                from: 2017-11-24T16:00:00Z
                files:
                  - file: clicks.csv
                    columns: [user, item, what, second]
                    rows:
                      - event: app.click.v1
                        id: "{#line}"
                        source: /s
                        subject: "{user}"
                        time: { column: second, format: unix-seconds }
                        fields: { page: item, action: { column: what, values: { pv: view }, otherwise: "{what}" }, productId: "{item}" }
                """, "clicks.csv", "1,22,pv,1511544070\n1,22,buy,1511544071\n1,22,buy,5\n");

        assertThat(events)
                .containsExactly(
                        new MappedEvent(
                                "1",
                                "/s",
                                "1",
                                Instant.ofEpochSecond(1_511_544_070L),
                                new AppClick("item", "view", "22", null, null, null, null)),
                        new MappedEvent(
                                "2",
                                "/s",
                                "1",
                                Instant.ofEpochSecond(1_511_544_071L),
                                new AppClick("item", "buy", "22", null, null, null, null)));
        assertThat(skipped).containsExactly("before 2017-11-24T16:00:00Z");
    }

    @Test
    void readsJsonLines() throws IOException {
        read("""
                files:
                  - file: holdings.jsonl
                    format: jsonl
                    rows:
                      - event: customer.holding.updated.v1
                        id: "{no}"
                        source: /s
                        subject: "{who}"
                        time: { column: at, format: rfc3339 }
                        fields:
                          holdingId: "{no}"
                          productId: p
                          family: wealth
                          amount: { column: sum, currency: JPY }
                          maturesOn: { column: end, format: yyyy/MM/dd }
                          status: active
                """, "holdings.jsonl", """
                {"no": 1, "who": "C1", "at": "2025-01-01T00:00:00+08:00", "sum": 5000, "end": "2025/06/30", "more": null}

                [1, 2]
                {"no": 2
                """);

        assertThat(events.get(0).body())
                .isEqualTo(new HoldingUpdated(
                        "1",
                        "p",
                        "wealth",
                        new Money(5000, "JPY"),
                        null,
                        LocalDate.of(2025, 6, 30),
                        HoldingUpdated.Status.ACTIVE));
        assertThat(rejected)
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "holdings.jsonl:3: not JSON (expected: one object a line)",
                        "holdings.jsonl:4: not JSON (expected: one object a line)");
    }

    @Test
    void replacesBeforeReadingADate_andSplitsLists() throws IOException {
        read("""
                files:
                  - file: clients.csv
                    rows:
                      - event: customer.profile.updated.v1
                        id: "{id}"
                        source: /s
                        subject: "{id}"
                        time: { text: "2000-01-01", format: yyyy-MM-dd }
                        fields:
                          birthDate:
                            column: born
                            replace:
                              - { pattern: "^(..)5(...)$", with: "$10$2" }
                              - { pattern: "^(..)6(...)$", with: "$11$2" }
                            format: yyMMdd
                            pivot: 1900
                          consents: sms, app-push
                """, "clients.csv", "id,born\n1,706213\n2,455204\n3,450204\n");

        assertThat(events)
                .extracting(event -> ((ProfileUpdated) event.body()).birthDate())
                .containsExactly(LocalDate.of(1970, 12, 13), LocalDate.of(1945, 2, 4), LocalDate.of(1945, 2, 4));
        assertThat(((ProfileUpdated) events.get(0).body()).consents()).containsExactly("sms", "app-push");
    }
}
