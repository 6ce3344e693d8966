package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;

/** The classes of due work, the more urgent first. Each has timers of its own, so that one need not wait for the other. */
enum Urgency {
    SERVICE("service-timers") {
        @Override
        long wakeAt(CustomerState state) {
            return state.serviceWakeAt();
        }

        @Override
        void wakeAt(CustomerState state, long timer) {
            state.serviceWakeAt(timer);
        }
    },

    /** Under the name that Flink's own operator gives to its timers: the savepoints of version 1 know no other. */
    MARKETING("user-timers") {
        @Override
        long wakeAt(CustomerState state) {
            return state.wakeAt();
        }

        @Override
        void wakeAt(CustomerState state, long timer) {
            state.wakeAt(timer);
        }
    };

    private final String timers;

    Urgency(String timers) {
        this.timers = timers;
    }

    /** Name of the timer service: part of the state's format, never changed. */
    String timers() {
        return timers;
    }

    /** The timer set for this customer, or {@link CustomerState#NEVER}. */
    abstract long wakeAt(CustomerState state);

    abstract void wakeAt(CustomerState state, long timer);
}
