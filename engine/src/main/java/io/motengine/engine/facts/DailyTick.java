package io.motengine.engine.facts;

import java.time.LocalDate;

/** A new day on which something may be due for this customer, in the bank's time zone. */
public record DailyTick(LocalDate date) {}
