package io.motengine.bench.contest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all contestants find alike.
 *
 * @param bootstrap of the broker
 * @param folder of this contestant's own, for state and checkpoints; on the same disk for all
 * @param parallelism threads that do the work
 * @param managedMib memory outside the heap, for state: block cache, write buffers, or a cache of its own
 * @param checkpoint between two checkpoints, exactly once
 * @param settings what only some want, by name
 */
public record Course(
        String bootstrap,
        Path folder,
        int parallelism,
        int managedMib,
        Duration checkpoint,
        Map<String, String> settings) {
    /** Where contestants that only detect moments write them: key = customer, value = the moment's word in UTF-8. */
    public static final String MOMENTS = "bench.moments";

    /** Where contestants that do not write actions of their own write what they put out. */
    public static final String OUTPUTS = "bench.outputs";

    /** Setting: folder of the release. */
    public static final String RELEASE = "release";

    /** Setting: savepoint that the contestant goes on from; absent for one that starts empty. */
    public static final String STATE = "state";

    /** Setting, whatever its value: a contestant in Flink reads what stands in the topics when it begins, and ends. */
    public static final String BOUNDED = "bounded";

    public Course {
        settings = Map.copyOf(settings);
    }

    /** The state that every customer's record is in before events come; empty to start without. */
    public Optional<Path> state() {
        return Optional.ofNullable(settings.get(STATE)).map(Path::of);
    }

    /** The same with one setting more, or other. */
    public Course with(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new Course(bootstrap, folder, parallelism, managedMib, checkpoint, more);
    }

    /** What stands there under the name. */
    public String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": absent (expected: one of the settings of this contestant)");
        }
        return value;
    }
}
