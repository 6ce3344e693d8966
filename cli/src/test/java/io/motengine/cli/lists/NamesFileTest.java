package io.motengine.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.cli.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NamesFileTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    private final List<String> customers = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private void read(String text, Charset written, Charset read, String column) throws IOException {
        Path file = Files.write(folder.resolve("names.csv"), text.getBytes(written));
        new NamesFile(file, read, column).read(new NamesFile.Sink() {
            @Override
            public void customer(String id) {
                customers.add(id);
            }

            @Override
            public void refused(String problem) {
                refused.add(problem.substring(problem.indexOf("names.csv")));
            }
        });
    }

    private void read(String text) throws IOException {
        read(text, StandardCharsets.UTF_8, StandardCharsets.UTF_8, null);
    }

    @Test
    void takesASingleColumn_withoutAHeader() throws IOException {
        read("C1\nC2\n\n C3 \n");

        assertThat(customers).containsExactly("C1", "C2", "C3");
    }

    @Test
    void findsTheColumn_behindAByteOrderMark() throws IOException {
        read("\uFEFFcustomer,name\r\nC1,\"Wang, Fang\"\r\nC2,Li\r\n");

        assertThat(customers).containsExactly("C1", "C2");
    }

    @Test
    void takesTheColumnNamed_inTheCharsetNamed() throws IOException {
        read("姓名,编号\n王芳,C1\n李娜,C2\n", GBK, GBK, "编号");

        assertThat(customers).containsExactly("C1", "C2");
    }

    @Test
    void refusesAnotherCharset() {
        assertThatThrownBy(() -> read("客户号,姓名\nC1,王芳\n", GBK, StandardCharsets.UTF_8, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "not UTF-8 (expected: UTF-8, or the file's own character set with --charset, such as GBK)");
    }

    @Test
    void refusesRows_withLineFoundAndExpected() throws IOException {
        read("name,customer\nWang,C1\nLi,\nZhao\nQian,C 2\nSun,\"C\n3\"\nZhou," + "9".repeat(129) + "\nWu,C4");

        assertThat(customers).containsExactly("C1", "C4");
        assertThat(refused)
                .containsExactly(
                        "names.csv:3: empty (expected: a customer id)",
                        "names.csv:4: empty (expected: a customer id)",
                        "names.csv:5: \"C 2\" (expected: a customer id without spaces)",
                        "names.csv:7: \"C 3\" (expected: a customer id without spaces)",
                        "names.csv:8: 129 characters (expected: a customer id of at most 128)");
    }

    @Test
    void refusesAColumnThatIsNotThere() {
        assertThatThrownBy(() ->
                        read("custommer,name\nC1,Wang\n", StandardCharsets.UTF_8, StandardCharsets.UTF_8, "customer"))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith(
                        "names.csv:1: no column customer (expected: did you mean custommer? one of custommer, name)");
    }

    @Test
    void refusesToGuess_amongSeveralColumns() {
        assertThatThrownBy(() -> read("no,name\nC1,Wang\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("names.csv:1: which of the columns no, name has the customer ids?"
                        + " (expected: a header customer, or --column)");
    }
}
