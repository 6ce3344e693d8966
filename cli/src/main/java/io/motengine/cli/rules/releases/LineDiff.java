package io.motengine.cli.rules.releases;

import java.util.ArrayList;
import java.util.List;

/** Which lines went and which came, by the longest common subsequence; files of rules are short. */
final class LineDiff {
    private LineDiff() {}

    /** Lines that differ: {@code - old}, {@code + new}, each with its number. */
    static List<String> of(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                i++;
                j++;
            } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + (i + 1) + " " + a.get(i++));
            } else {
                lines.add("+" + (j + 1) + " " + b.get(j++));
            }
        }
        return lines;
    }
}
