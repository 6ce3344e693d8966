package io.motengine.jobs.release;

/** One release for ever. */
final class OnlyRelease implements LiveReleases {
    private final Releases.Lease lease;
    private final Timeline timeline;

    OnlyRelease(Releases.Lease lease) {
        this.lease = lease;
        this.timeline = Timeline.of(lease.release());
    }

    @Override
    public boolean listensTo(String type) {
        return lease.release().listensTo(type);
    }

    @Override
    public Seat seat(int subtask, int subtasks, long from) {
        return new Seat(subtask, subtasks, Long.MIN_VALUE, () -> timeline, seat -> {});
    }

    @Override
    public void close() {
        lease.close();
    }
}
