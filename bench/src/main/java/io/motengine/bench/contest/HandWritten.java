package io.motengine.bench.contest;

import io.motengine.bench.reference.PlainRules;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.rules.RuleSet;
import io.motengine.engine.rules.Verdict;
import io.motengine.jobs.release.Releases;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The decision job as it is, but what the two hundred rules conclude is said by plain Java: the floor for the rule step. Nothing is
 * spared besides: facts are made, and what is concluded is governed, issued and recorded.
 */
public final class HandWritten implements Contestant {
    /** Its name, where others are told what it starts from. */
    public static final String NAME = "hand-written";

    /** After so many events, rules have been asked. */
    private static final long SURELY = 1_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<PlainMoment> moments() {
        return EnumSet.allOf(PlainMoment.class);
    }

    @Override
    public Running start(Course course) throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        // Held until the end, so that the job, in this process, takes this one and compiles none of its own.
        Releases.Lease lease = Releases.lease(
                ReleaseFiles.read(Path.of(course.setting(Course.RELEASE))), files -> byHand(files, asked));
        try {
            return new Held(new Engine().start(course), lease, asked);
        } catch (Exception e) {
            lease.close();
            throw e;
        }
    }

    private static Release byHand(ReleaseFiles files, AtomicBoolean asked) throws ReleaseException {
        Release release = ReleaseCompiler.compile(files);
        RuleSet rules = release.rules();
        return release.with(rules.saidBy(() -> {
            PlainRules plain = new PlainRules(rules);
            return (Facts facts) -> {
                Verdict verdict = plain.conclude(facts);
                // Read each time and written once: threads would take the line from each other.
                if (!asked.getPlain()) {
                    asked.set(true);
                }
                return verdict;
            };
        }));
    }

    private record Held(Running job, Releases.Lease lease, AtomicBoolean asked) implements Running {
        @Override
        public long read() {
            return job.read();
        }

        @Override
        public String failure() {
            return job.read() > SURELY && !asked.get() ? "nobody has asked the rules written by hand" : job.failure();
        }

        @Override
        public void close() {
            job.close();
            lease.close();
        }
    }
}
