package io.motengine.engine.features;

import io.motengine.engine.events.EventMember;

/** What a feature's value is in the {@code Features} fact. */
enum ValueKind {
    MONEY("io.motengine.schemas.money.Money", "io.motengine.schemas.money.Money"),
    LONG("long", "Long"),
    INT("int", "Integer"),
    DOUBLE("double", "Double"),
    TEXT("String", "String");

    private final String type;
    private final String boxed;

    ValueKind(String type, String boxed) {
        this.type = type;
        this.boxed = boxed;
    }

    /** As a type in Java source. */
    String type() {
        return type;
    }

    /** As a reference type in Java source. */
    String boxed() {
        return boxed;
    }

    static ValueKind of(Aggregate aggregate, EventMember of) {
        boolean money = of != null && of.kind() == EventMember.Kind.MONEY;
        return switch (aggregate) {
            case COUNT, DISTINCT, TIME_SINCE_LAST -> LONG;
            case USUAL_DAY -> INT;
            case SUM, MIN, MAX -> money ? MONEY : LONG;
            case AVERAGE, MEAN, DEVIATION -> money ? MONEY : DOUBLE;
            case FIRST, LAST -> money ? MONEY : of.kind() == EventMember.Kind.NUMBER ? LONG : TEXT;
        };
    }
}
