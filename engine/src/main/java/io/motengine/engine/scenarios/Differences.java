package io.motengine.engine.scenarios;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Holds what came of a scenario against what was expected. */
final class Differences {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Differences() {}

    static List<Difference> of(Expected expected, List<ObjectNode> found) {
        return expected instanceof Expected.Golden golden
                ? golden(golden.lines(), found)
                : partial((Expected.Partial) expected, found);
    }

    private static List<Difference> partial(Expected.Partial expected, List<ObjectNode> found) {
        List<Difference> differences = new ArrayList<>();
        Matching matching = new Matching(expected.all(), found);
        for (int i = 0; i < expected.all().size(); i++) {
            if (matching.lineOf(i) == Matching.NONE) {
                int nearest = matching.nearest(i);
                differences.add(Difference.missing(
                        expected.all().get(i), nearest == Matching.NONE ? null : found.get(nearest)));
            }
        }
        for (int line = 0; line < found.size(); line++) {
            ObjectNode came = found.get(line);
            if (!matching.isExpected(line) && expected.nothingElse().contains(Kind.of(came))) {
                differences.add(Difference.surplus(came));
            }
            expected.never().stream()
                    .filter(never -> never.matches(came))
                    .forEach(never -> differences.add(Difference.forbidden(never, came)));
        }
        return differences;
    }

    /** Line by line, in order: the longest common sequence is as expected. */
    private static List<Difference> golden(List<String> expected, List<ObjectNode> found) {
        List<String> came = found.stream().map(ObjectNode::toString).toList();
        if (came.equals(expected)) {
            return List.of();
        }
        int[][] common = new int[expected.size() + 1][came.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = came.size() - 1; j >= 0; j--) {
                common[i][j] = expected.get(i).equals(came.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Difference> differences = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < came.size()) {
            if (i < expected.size() && j < came.size() && expected.get(i).equals(came.get(j))) {
                i++;
                j++;
            } else if (j == came.size() || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
                differences.add(new Difference("missing", i + 1, tree(expected.get(i)), null));
                i++;
            } else {
                differences.add(Difference.surplus(found.get(j)));
                j++;
            }
        }
        return differences;
    }

    private static ObjectNode tree(String line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode().put("text", line);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("text", line);
        }
    }
}
